import type { ExamModel } from "./exam_model.ts";

const FIELDS = "textarea, input, [contenteditable='true']";

/** Whether something happened in a student's own text: it is theirs to copy, and its menu corrects spelling. */
export function isOfOwnText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null;
}

/** Whether full screen is asked for: where the policy does, the browser can, and no assistive technology is declared or granted. */
export function asksForFullscreen(model: ExamModel): boolean {
  const attempt = model.attempt.peek();
  const declared = attempt?.declared ?? [];
  const granted = model.accommodations.peek()?.technologies ?? [];
  const canBe = document.fullscreenEnabled === true;
  return attempt?.rules?.fullscreen === "ask" && canBe && declared.length === 0 && granted.length === 0;
}
