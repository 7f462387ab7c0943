import { MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";
import { Field } from "../../components/field.tsx";

interface WordsFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  rows: number;
  value: string;
  onInput: (value: string) => void;
}

/** What a proctor writes in a dialog: a message, a note or a reason. */
export function WordsField({ id, label, hint, error, rows, value, onInput }: WordsFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={rows}
          maxLength={MAX_NOTE_CHARACTERS}
          dir="auto"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
