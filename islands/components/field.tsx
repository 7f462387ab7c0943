import type { ComponentChildren, TargetedInputEvent } from "preact";
import { useWords } from "./speech.tsx";

/** Classes of every text-like input, of one height whatever its kind: two stand beside each other. */
export const INPUT_CLASS =
  "w-full min-h-10.5 sm:min-h-10 rounded-field border border-line-strong bg-raised px-3 py-2 text-base text-ink sm:text-sm " +
  "aria-invalid:border-high aria-invalid:ring-1 aria-invalid:ring-high disabled:bg-sunken disabled:text-ink-soft";

interface FieldProps {
  /** Also the prefix of the ids of hint and error. */
  id: string;
  label: string;
  hint?: ComponentChildren;
  /** What is wrong and how to mend it; stands between label and input, as GOV.UK's do. */
  error?: string | null;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

/** What ties an input to its label, hint and error. */
interface FieldAttributes {
  id: string;
  class: string;
  "aria-describedby": string | undefined;
  "aria-invalid": "true" | undefined;
}

/** A label, its hint, its error, and the input that they belong to. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div class="flex flex-col gap-1.5">
      <label for={id} class="text-sm font-medium">{label}</label>
      {hint && <p id={`${id}-hint`} class="text-sm text-ink-soft">{hint}</p>}
      <FieldError id={`${id}-error`} error={error} />
      {children({
        id,
        class: INPUT_CLASS,
        "aria-describedby": described === "" ? undefined : described,
        "aria-invalid": error ? "true" : undefined,
      })}
    </div>
  );
}

/**
 * What is wrong with a field, said at once: also where the focus stays, because it is in that field already or because
 * another field comes first. Rendered without an error as well, or else there is nothing that could speak.
 */
export function FieldError({ id, error }: { id: string; error: string | null | undefined }) {
  const words = useWords("page");
  return (
    <div aria-live="assertive" class="-mt-1.5">
      {error && (
        <p id={id} class="mt-1.5 text-sm font-medium text-high">
          <span class="sr-only">{words.error}</span> {error}
        </p>
      )}
    </div>
  );
}

export interface TextFieldProps extends Omit<FieldProps, "children"> {
  name: string;
  type?: "text" | "password";
  value?: string;
  required?: boolean;
  autoComplete?: string;
  inputMode?: "numeric" | "text";
  maxLength?: number;
  /** Whether the focus comes here when the control beside it goes away. */
  isFocusHome?: boolean;
  onInput?: (value: string) => void;
}

/** A field of one line. */
export function TextField({ id, label, hint, error, onInput, isFocusHome, type = "text", ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => {
        const all = {
          ...attributes,
          ...input,
          // Text goes its own way; an empty field waits where the page's language begins.
          dir: input.value ? "auto" as const : undefined,
          "data-focus-home": isFocusHome || undefined,
          autoCapitalize: "none" as const,
          spellcheck: false,
          onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput?.(event.currentTarget.value),
        };
        return type === "password" ? <input {...all} type="password" /> : <input {...all} type="text" />;
      }}
    </Field>
  );
}
