import { Field } from "../components/field.tsx";

interface SmallFieldProps {
  id: string;
  label: string;
  type?: "number" | "datetime-local";
  /** Of a number; the least is 0. */
  most?: number;
  value: string;
  onInput: (value: string) => void;
}

/** A small number, or a moment in the reader's own zone. */
export function SmallField({ id, label, type = "number", most, value, onInput }: SmallFieldProps) {
  return (
    <Field id={id} label={label}>
      {(attributes) => {
        const all = {
          ...attributes,
          value,
          onInput: (event: { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
        };
        return type === "number"
          ? <input {...all} type="number" min={0} max={most} class={`${attributes.class} tabular-nums`} />
          : <input {...all} type="datetime-local" />;
      }}
    </Field>
  );
}
