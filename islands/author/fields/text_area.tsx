import type { ComponentChildren, RefObject } from "preact";
import { useRef } from "preact/hooks";
import { Field } from "../../components/field.tsx";
import { PictureRow } from "../texts/picture_row_later.tsx";
import { TextTools } from "../texts/text_tools.tsx";
import { TextWarning } from "../texts/text_warning.tsx";
import { usePictures } from "../texts/use_pictures.tsx";

interface TextAreaProps {
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string;
  value: string;
  placeholder?: string;
  /** Of what is written, where the exam names one. */
  language?: string;
  /** Lines that are shown while there is little text; it grows with it. */
  rows?: number;
  isLarge?: boolean;
  onValue: (value: string) => void;
  areaRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A text of any length. It grows with what is written. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, error } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(attributes) => <Area {...props} attributes={attributes} />}
    </Field>
  );
}

/**
 * The same for a text that students read: where the exam's texts are Markdown, with what Markdown can do, pictures and warnings.
 *
 * @param props.isLine Whether it is a line with gaps, in which no list or table stands.
 */
export function RichTextArea({ isLine = false, ...props }: TextAreaProps & { isLine?: boolean }) {
  const { id, label, hint, error, value, language, onValue } = props;
  const own = useRef<HTMLTextAreaElement>(null);
  const areaRef = props.areaRef ?? own;
  const field = () => areaRef.current;
  const pictures = usePictures(field, isLine);
  return (
    <div class="flex flex-col gap-1.5">
      <Field id={id} label={label} hint={hint} error={error}>
        {(attributes) => (
          <>
            <TextTools field={field} onPicture={pictures.ask} isLine={isLine} />
            <Area {...props} areaRef={areaRef} attributes={{ ...attributes, ...pictures.handlers }} />
          </>
        )}
      </Field>
      <PictureRow
        text={value}
        language={language}
        onText={(text) => {
          onValue(text);
          field()?.focus();
        }}
      />
      <TextWarning text={value} />
      {pictures.dialog}
    </div>
  );
}

function Area(
  { value, language, rows = 2, isLarge, placeholder, onValue, areaRef, attributes }: TextAreaProps & {
    attributes: { class: string };
  },
) {
  return (
    <textarea
      {...attributes}
      ref={areaRef}
      rows={rows}
      value={value}
      lang={language}
      dir={value === "" ? undefined : "auto"}
      placeholder={placeholder}
      onInput={({ currentTarget }) => onValue(currentTarget.value)}
      class={`${attributes.class} field-sizing-content max-h-[32rem] leading-relaxed ${
        isLarge ? "min-h-20 text-base sm:text-base" : "min-h-10"
      }`}
    />
  );
}
