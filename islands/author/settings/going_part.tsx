import { Navigation } from "../../../protocol/exam.ts";
import { useWords } from "../../components/speech.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** How students go through the questions. */
export function GoingPart({ exam, set, at }: SettingsProps) {
  const words = useWords("editorSections").going;
  return (
    <SettingPart title={words.title}>
      <RadioList
        id={at("navigation")}
        legend={words.legend}
        options={Navigation.options.map((value) => ({ value, ...words.ways[value] }))}
        value={exam.navigation ?? "free"}
        onValue={(navigation) => set("navigation", navigation === "free" ? undefined : navigation)}
      />
    </SettingPart>
  );
}
