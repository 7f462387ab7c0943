import { MAX_LENGTH } from "../../protocol/limits.ts";
import { type CaptureContext, type CaptureSignal, isScriptMade, listen } from "../capture/capture_signal.ts";
import type { PageTexts } from "./page_texts.ts";
import { textDiff } from "../capture/text_diff.ts";

/** What pastes are held against. */
interface Pasted {
  texts: PageTexts;
  /** Whether a field's text is captured as an answer, its pastes with it. */
  isOurs: (field: EventTarget) => boolean;
}

/**
 * Captures `paste_event` in fields that are not ours: how many characters, and whether they were copied on this page. The
 * clipboard is not read: what was put in is what the field has more than before, and it stays on this page.
 */
export function captureForeignPastes(
  context: CaptureContext,
  page: EventTarget,
  { texts, isOurs }: Pasted,
): CaptureSignal {
  let before: { field: EventTarget; text: string } | null = null;
  const unlisten = [
    listen(page, "beforeinput", (event) => {
      const field = targetOf(event);
      // Read before: afterwards a part of the page that is edited holds what was pasted.
      if (isPaste(event)) texts.pageStands();
      before = isPaste(event) && field !== null ? { field, text: textIn(field) } : null;
    }),
    listen(page, "input", (event) => {
      const field = targetOf(event);
      if (!isPaste(event) || field === null || isOurs(field)) return;
      const was = before?.field === field ? before.text : "";
      before = null;
      const inserted = textDiff(was, textIn(field))?.inserted ?? "";
      if (inserted === "" || isScriptMade(event)) return;
      const length = Math.min(inserted.length, MAX_LENGTH);
      context.record({ length, origin: texts.originOf(inserted), t: context.t(event.timeStamp), type: "paste_event" });
    }),
  ];
  return { stop: () => unlisten.forEach((remove) => remove()) };
}

function isPaste(event: Event): boolean {
  return event instanceof InputEvent && (event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop");
}

/** The field that an event is about, also inside a component of the page. */
function targetOf(event: Event): HTMLElement | null {
  const [target] = event.composedPath();
  return target instanceof HTMLElement ? target : null;
}

function textIn(field: HTMLElement): string {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) return field.value;
  return field.textContent ?? "";
}
