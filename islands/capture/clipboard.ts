import { MAX_LENGTH } from "../../protocol/limits.ts";
import { type CaptureContext, type CaptureSignal, listen } from "./capture_signal.ts";

/**
 * Captures `copy_event` and `cut_event`: how many characters, not which.
 *
 * The clipboard is not read. A paste is captured where it enters an answer, see `answer_capture.ts`.
 *
 * @param remember Told of what was copied, so that the text can be recognised when it is pasted back.
 * @param page What is watched: all of it, or a part.
 */
export function captureClipboard(
  context: CaptureContext,
  remember: (text: string) => void,
  page: EventTarget,
): CaptureSignal {
  const record = (type: "copy_event" | "cut_event") => (event: Event) => {
    const text = selectedText();
    if (text === "") return;
    remember(text);
    context.record({ length: Math.min(text.length, MAX_LENGTH), t: context.t(event.timeStamp), type });
  };
  const unlisten = [
    listen(page, "copy", record("copy_event")),
    listen(page, "cut", record("cut_event")),
  ];
  return { stop: () => unlisten.forEach((remove) => remove()) };
}

/** The selection of a text field is not a part of the document's. */
function selectedText(): string {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return document.getSelection()?.toString() ?? "";
}
