interface RadioListProps<Value extends string> {
  id: string;
  legend: string;
  options: readonly { value: Value; name: string; meaning?: string }[];
  value: Value;
  onValue: (value: Value) => void;
}

/** One of a few ways, each with what it means. */
export function RadioList<Value extends string>({ id, legend, options, value, onValue }: RadioListProps<Value>) {
  return (
    <fieldset id={id} class="flex flex-col gap-2">
      <legend class="mb-1.5 text-sm font-medium">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="flex items-start gap-2.5 text-sm">
          <input
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
            class="mt-0.5 size-4 shrink-0"
          />
          <span>
            {option.name}
            {option.meaning && <span class="block text-ink-soft">{option.meaning}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
