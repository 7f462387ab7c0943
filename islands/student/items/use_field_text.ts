import type { TargetedInputEvent } from "preact";
import { useCallback, useLayoutEffect, useRef } from "preact/hooks";
import type { AnswerActions } from "../exam_actions.ts";

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ties a field to its answer in both directions, without ever taking text away: dictation, text expanders and password
 * managers put text into a field and fire `change` alone, or nothing. So the field is only written to where the answer has
 * changed by other means than the field, and it is read on every occasion: at its events, before the page goes on, and
 * once a second.
 *
 * @param text The answer so far.
 */
export function useFieldText(question: string, text: string, actions: AnswerActions) {
  const field = useRef<TextElement | null>(null);
  const ref = useCallback((element: TextElement | null) => {
    field.current = element;
  }, []);
  /** What stood in the field when it was last read or written. */
  const known = useRef(text);

  function take(inputType: string, data: string | null): void {
    const element = field.current;
    if (element === null) return;
    known.current = element.value;
    actions.edit(question, element.value, element.selectionEnd ?? undefined, inputType, data);
  }

  function read(): void {
    if (field.current !== null && field.current.value !== known.current) take("", null);
  }

  useLayoutEffect(() => {
    if (field.current !== null) field.current.value = known.current;
    const forget = actions.field(read);
    return () => {
      read();
      forget();
    };
  }, []);

  useLayoutEffect(() => {
    if (field.current === null || text === known.current) return;
    field.current.value = known.current = text;
  });

  return {
    ref,
    onInput: (event: TargetedInputEvent<TextElement>) => {
      const inputType = "inputType" in event && typeof event.inputType === "string" ? event.inputType : "";
      const data = "data" in event && typeof event.data === "string" ? event.data : null;
      take(inputType, data);
    },
    onChange: read,
    onBlur: read,
  };
}
