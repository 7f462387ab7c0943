import { useRef } from "preact/hooks";
import { FieldError, INPUT_CLASS } from "../../components/field.tsx";
import { PictureRow } from "../texts/picture_row_later.tsx";
import { TextWarning } from "../texts/text_warning.tsx";
import { usePictures } from "../texts/use_pictures.tsx";

interface LineInputProps {
  id: string;
  /** For screen readers: where it stands says it to the eye. */
  label: string;
  value: string;
  error?: string;
  placeholder?: string;
  language?: string;
  onValue: (value: string) => void;
  onEnter?: () => void;
  /** Whether no student reads it as a text. */
  isPlain?: boolean;
}

/** A short text in a row of others, as the text of a choice. Long ones wrap, and pictures can be pasted. */
export function LineInput(
  { id, label, value, error, placeholder, language, onValue, onEnter, isPlain }: LineInputProps,
) {
  const area = useRef<HTMLTextAreaElement>(null);
  const pictures = usePictures(() => area.current, true);
  return (
    <div class="flex min-w-0 flex-1 flex-col gap-1.5">
      <textarea
        {...(isPlain ? {} : pictures.handlers)}
        ref={area}
        id={id}
        rows={1}
        aria-label={label}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={value}
        lang={language}
        dir={value === "" ? undefined : "auto"}
        placeholder={placeholder}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing || onEnter === undefined) return;
          event.preventDefault();
          onEnter();
        }}
        class={`${INPUT_CLASS} field-sizing-content resize-none`}
      />
      <FieldError id={`${id}-error`} error={error} />
      {!isPlain && <PictureRow text={value} language={language} onText={onValue} />}
      {!isPlain && <TextWarning text={value} />}
      {pictures.dialog}
    </div>
  );
}
