import { Field } from "../../components/field.tsx";

interface NumberFieldProps {
  id: string;
  label: string;
  least: number;
  most: number;
  value: string;
  error?: string;
  onInput: (value: string) => void;
}

/** A small whole number in a dialog: minutes, or percent. */
export function NumberField({ id, label, least, most, value, error, onInput }: NumberFieldProps) {
  return (
    <Field id={id} label={label} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          min={least}
          max={most}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          class={`${attributes.class} max-w-28 tabular-nums`}
        />
      )}
    </Field>
  );
}
