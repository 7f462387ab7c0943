import { FieldError } from "./field.tsx";

interface CheckListProps<Value extends string> {
  /** Prefix of the ids of hint and error; needed where there can be an error. */
  id?: string;
  legend: string;
  hint?: string;
  error?: string | null;
  isDisabled?: boolean;
  options: readonly { value: Value; label: string }[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
}

/** Several of a few things. What is chosen and not among them stays chosen. */
export function CheckList<Value extends string>(
  { id, legend, hint, error, isDisabled = false, ...rest }: CheckListProps<Value>,
) {
  const { options, chosen, onChange } = rest;
  const choose = (value: Value, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset
      id={id}
      disabled={isDisabled}
      aria-describedby={error ? `${id}-error` : undefined}
      class="flex flex-col gap-1.5"
    >
      <legend class="mb-1 text-sm font-medium">{legend}</legend>
      {hint && <p class="text-sm text-ink-soft">{hint}</p>}
      {id !== undefined && <FieldError id={`${id}-error`} error={error} />}
      {options.map(({ value, label }) => (
        <label key={value} class="flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            value={value}
            checked={chosen.includes(value)}
            onChange={(event) => choose(value, event.currentTarget.checked)}
            class="mt-0.5 size-4 shrink-0"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
