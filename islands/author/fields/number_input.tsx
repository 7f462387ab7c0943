import type { TargetedInputEvent } from "preact";
import { useState } from "preact/hooks";
import { readNumber } from "../../../protocol/items/read_number.ts";
import { Field } from "../../components/field.tsx";
import { useSpeech } from "../../components/speech.tsx";

/** A number that is typed. */
export interface TypedNumber {
  value: number | undefined;
  /** What an empty field means: nothing, or `NaN` where a number is needed. */
  empty: undefined | typeof NaN;
  onValue: (value: number | undefined) => void;
}

interface NumberInputProps extends TypedNumber {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  class?: string;
}

/** A field for a number, as people of any language type it. What is no number is `NaN`, and the text stays. */
export function NumberInput({ id, label, hint, error, class: className = "", ...number }: NumberInputProps) {
  const typed = useTypedNumber(number);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => (
        <input {...attributes} {...typed} class={`${attributes.class} max-w-32 tabular-nums ${className}`} />
      )}
    </Field>
  );
}

/** For a component: attributes of an input in which a number is typed. */
export function useTypedNumber({ value, empty, onValue }: TypedNumber) {
  const { speaker } = useSpeech();
  const [text, setText] = useState<string | null>(null);
  const read = (typed: string) => typed.trim() === "" ? empty : readNumber(typed) ?? NaN;
  return {
    type: "text" as const,
    inputMode: "decimal" as const,
    autoComplete: "off" as const,
    // What was typed stays as it was typed, until the number becomes another by other means.
    value: text !== null && Object.is(read(text), value) ? text : textOf(value, speaker.language.locale),
    onInput: ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
      setText(currentTarget.value);
      onValue(read(currentTarget.value));
    },
  };
}

function textOf(value: number | undefined, locale: string): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}
