import { FieldError, INPUT_CLASS } from "../../components/field.tsx";
import { type TypedNumber, useTypedNumber } from "./number_input.tsx";

interface NumberCellProps extends TypedNumber {
  id: string;
  /** For screen readers: where it stands says it to the eye. */
  label: string;
  error?: string;
}

/** A number in a row of others, as the points of a criterion. */
export function NumberCell({ id, label, error, ...number }: NumberCellProps) {
  const typed = useTypedNumber(number);
  return (
    <div class="flex w-20 shrink-0 flex-col gap-1.5">
      <input
        {...typed}
        id={id}
        aria-label={label}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        class={`${INPUT_CLASS} tabular-nums`}
      />
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
