import { type Accommodations, AssistiveTechnology } from "../../../protocol/exam.ts";
import { CheckList } from "../../components/check_list.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

const NOTHING: Accommodations = { extra_time_percent: 0, technologies: [], muted: [], weights: {} };

/** What everybody who sits the exam is allowed. */
export function AllowedPart({ exam, set, problem, at }: SettingsProps) {
  const words = useWords("editorSettings").allowed;
  const technologies = useWords("technologies");
  const { speaker } = useSpeech();
  const allowed = exam.accommodations ?? NOTHING;

  function put(next: Accommodations) {
    const isNothing = next.extra_time_percent === 0 && next.technologies.length === 0 && next.muted.length === 0 &&
      Object.keys(next.weights).length === 0;
    set("accommodations", isNothing ? undefined : next);
  }

  return (
    <SettingPart title={words.title} lead={words.lead}>
      <NumberInput
        id={at("accommodations", "extra_time_percent")}
        label={words.extraTime}
        value={allowed.extra_time_percent}
        empty={NaN}
        error={problem("accommodations", "extra_time_percent")}
        onValue={(value = NaN) => put({ ...allowed, extra_time_percent: value })}
      />
      <CheckList
        legend={words.technologies}
        hint={words.technologiesHint}
        options={AssistiveTechnology.options.map((value) => ({ value, label: speaker.capital(technologies[value]) }))}
        chosen={allowed.technologies}
        onChange={(chosen) => put({ ...allowed, technologies: chosen })}
      />
    </SettingPart>
  );
}
