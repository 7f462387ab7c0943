import { TextFormat } from "../../../protocol/exam.ts";
import { useWords } from "../../components/speech.tsx";
import { RadioList } from "../fields/radio_list.tsx";
import type { SettingsProps } from "./settings_props.ts";
import { SettingPart } from "./setting_part.tsx";

/** What students are shown of signs that format a text. */
export function TextsPart({ exam, set, at }: SettingsProps) {
  const words = useWords("editorTexts");
  const { texts } = useWords("editorSettings");
  return (
    <SettingPart title={texts.title}>
      <RadioList
        id={at("text_format")}
        legend={words.format}
        options={TextFormat.options.toReversed().map((value) => ({ value, ...words.formats[value] }))}
        value={exam.text_format ?? "plain"}
        onValue={(format) => set("text_format", format === "plain" ? undefined : format)}
      />
    </SettingPart>
  );
}
