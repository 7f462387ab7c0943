import { Field, INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

/** Languages that are offered: those of most exams. Another one that an exam has is offered as well. */
const OFFERED = [
  "ar",
  "cs",
  "da",
  "de",
  "en",
  "es",
  "fi",
  "fr",
  "he",
  "it",
  "ja",
  "nl",
  "no",
  "pl",
  "pt",
  "ru",
  "sv",
  "tr",
  "uk",
  "zh",
];

interface LanguageSelectProps {
  id: string;
  value: string | undefined;
  onValue: (language: string | undefined) => void;
}

/** The language that an exam is written in, each by its name in itself. */
export function LanguageSelect({ id, value, onValue }: LanguageSelectProps) {
  const words = useWords("editor");
  useSpeech();
  const tags = value === undefined || OFFERED.includes(value) ? OFFERED : [value, ...OFFERED];
  return (
    <Field id={id} label={words.language} hint={words.languageHint}>
      {(attributes) => (
        <select
          {...attributes}
          value={value ?? ""}
          onChange={({ currentTarget }) => onValue(currentTarget.value === "" ? undefined : currentTarget.value)}
          class={`${INPUT_CLASS} min-w-48`}
        >
          <option value="">{words.languageNone}</option>
          {tags.map((tag) => <option key={tag} value={tag} lang={tag}>{nameOf(tag)}</option>)}
        </select>
      )}
    </Field>
  );
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
