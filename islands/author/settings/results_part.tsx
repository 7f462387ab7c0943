import type { Policy } from "../../../protocol/exam.ts";
import { SHOWN_BY_DEFAULT } from "../../../protocol/results.ts";
import { CheckList } from "../../components/check_list.tsx";
import { useWords } from "../../components/speech.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

type Results = NonNullable<Policy["results"]>;

const SHOWN = ["points", "answers", "comments", "key", "feedback"] as const;

const MARKING = ["anonymous", "second_marker"] as const;

/** Marking, and when students see what of their results. */
export function ResultsPart({ exam: { policy }, set, at }: SettingsProps) {
  const words = useWords("editorSettings").results;
  const { results = {}, marking } = policy;
  const put = (next: Partial<Policy>) => set("policy", { ...policy, ...next });

  function putResults(next: Results) {
    const isDefault = next.release === undefined && next.show === undefined;
    put({ results: isDefault ? undefined : next });
  }
  const shown = { ...SHOWN_BY_DEFAULT, ...results.show };
  return (
    <SettingPart title={words.title} lead={words.lead}>
      <RadioList
        id={at("policy", "results")}
        legend={words.release}
        options={[
          { value: "manual", ...words.releases.manual },
          { value: "after_close", ...words.releases.after_close },
        ]}
        value={results.release ?? "manual"}
        onValue={(release) => putResults({ ...results, release: release === "manual" ? undefined : release })}
      />
      <CheckList
        legend={words.show}
        hint={words.showHint}
        options={SHOWN.map((value) => ({ value, label: words.shown[value] }))}
        chosen={SHOWN.filter((name) => shown[name])}
        onChange={(chosen) => {
          const isDefault = SHOWN.every((name) => chosen.includes(name) === SHOWN_BY_DEFAULT[name]);
          const show = Object.fromEntries(SHOWN.map((name) => [name, chosen.includes(name)]));
          putResults({ ...results, show: isDefault ? undefined : show });
        }}
      />
      <div id={at("policy", "marking")}>
        <CheckList
          legend={words.marking}
          options={MARKING.map((value) => ({ value, label: words[value] }))}
          chosen={MARKING.filter((name) => marking?.[name])}
          onChange={(chosen) =>
            put({
              marking: chosen.length === 0 ? undefined : {
                ...(chosen.includes("anonymous") && { anonymous: true }),
                ...(chosen.includes("second_marker") && { second_marker: true }),
              },
            })}
        />
      </div>
    </SettingPart>
  );
}
