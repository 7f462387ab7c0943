import type { InputKind } from "../../protocol/events.ts";

/**
 * How an edit entered the text, from `InputEvent.inputType` (W3C Input Events Level 2).
 *
 * An empty type is what scripts, autofill and some browser extensions leave: `other`.
 *
 * @example
 * assert.equal(inputKind("insertText"), "typing");
 * assert.equal(inputKind("deleteByDrag"), "drop");
 */
export function inputKind(inputType: string): InputKind {
  if (/dictation/i.test(inputType)) return "dictation";
  if (/composition/i.test(inputType)) return "composition";
  switch (inputType) {
    case "insertText":
    case "insertLineBreak":
    case "insertParagraph":
    case "deleteByCut":
      return "typing";
    case "insertReplacementText":
      return "replacement";
    case "historyUndo":
    case "historyRedo":
      return "history";
    case "insertFromPaste":
    case "insertFromPasteAsQuotation":
    case "insertFromYank":
      return "paste";
    case "insertFromDrop":
    case "deleteByDrag":
      return "drop";
  }
  return /^delete(Word|SoftLine|EntireSoftLine|HardLine|Content)/.test(inputType) ? "typing" : "other";
}
