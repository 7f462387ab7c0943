import { AtHundred, type Policy, ShowRisk } from "../../../protocol/exam.ts";
import { CheckList } from "../../components/check_list.tsx";
import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import { SignalWeights } from "./signal_weights.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** The order in which ways are offered: the mildest that protects first. */
const AT_HUNDRED: readonly AtHundred[] = ["lock_until_released", "alert_only", "lock_and_submit"];

const REVIEW = ["second_person", "statements", "evidence"] as const;

/** What is watched, who sees it, and what follows, in words. */
export function WatchingPart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").watching;
  const { policy } = exam;
  const put = (next: Partial<Policy>) => set("policy", { ...policy, ...next });
  return (
    <SettingPart title={words.title} lead={words.lead}>
      <RadioList
        id={at("policy", "at_hundred")}
        legend={words.atHundred}
        options={AT_HUNDRED.map((value) => ({ value, ...words.atHundreds[value] }))}
        value={policy.at_hundred}
        onValue={(at_hundred) => put({ at_hundred })}
      />
      {policy.at_hundred === "lock_and_submit" && (
        <Field
          id={at("policy", "redirect_to")}
          label={words.redirect}
          hint={words.redirectHint}
          error={problem("policy", "redirect_to")}
        >
          {(attributes) => (
            <input
              {...attributes}
              type="text"
              dir="ltr"
              value={policy.redirect_to ?? ""}
              onInput={({ currentTarget: { value } }) => put({ redirect_to: value === "" ? undefined : value })}
              class={`${INPUT_CLASS} max-w-72`}
            />
          )}
        </Field>
      )}
      <RadioList
        id={at("policy", "show_risk")}
        legend={words.showRisk}
        options={ShowRisk.options.map((value) => ({ value, ...words.showRisks[value] }))}
        value={policy.show_risk ?? "live"}
        onValue={(show_risk) => put({ show_risk })}
      />
      <RadioList
        id={at("policy", "proctors_see")}
        legend={words.proctorsSee}
        options={[
          { value: "progress", ...words.proctorsSees.progress },
          { value: "answers", ...words.proctorsSees.answers },
        ]}
        value={policy.proctors_see ?? "progress"}
        onValue={(see) => put({ proctors_see: see === "progress" ? undefined : see })}
      />
      <div id={at("policy", "review")}>
        <CheckList
          legend={words.review}
          options={REVIEW.map((value) => ({ value, label: words.reviews[value] }))}
          chosen={REVIEW.filter((name) => policy.review?.[name] ?? name !== "second_person")}
          onChange={(chosen) => {
            const review = {
              ...(chosen.includes("second_person") && { second_person: true }),
              ...(!chosen.includes("statements") && { statements: false }),
              ...(!chosen.includes("evidence") && { evidence: false }),
            };
            put({ review: Object.keys(review).length === 0 ? undefined : review });
          }}
        />
      </div>
      <NumberInput
        id={at("policy", "flag_at")}
        label={words.flagAt}
        hint={words.flagAtHint}
        value={policy.flag_at}
        empty={NaN}
        error={problem("policy", "flag_at")}
        onValue={(flag_at = NaN) => put({ flag_at })}
      />
      <div id={at("policy", "scoring")}>
        <SignalWeights scoring={policy.scoring} onChange={(scoring) => put({ scoring })} />
      </div>
    </SettingPart>
  );
}
