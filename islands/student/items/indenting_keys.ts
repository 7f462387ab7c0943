import type { TargetedKeyboardEvent } from "preact";

/** Spaces that a level of indentation has at most, where a program is indented by them. */
const LEVEL = 4;

/**
 * Keys of a field for code: Enter keeps the indentation of the line, Tab indents, Shift+Tab takes a level away. Escape, then
 * Tab, leaves the field, so that nobody is trapped in it; so does Tab where nothing can be written.
 *
 * What they write enters as typing does, so that undo and capture see it.
 */
export function indentingKeys() {
  let isLeaving = false;
  return {
    onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>) {
      const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing } = event;
      if (isComposing || ctrlKey || altKey || metaKey) return;
      const wasLeaving = isLeaving;
      // A lone Shift says nothing: backwards, too, one can leave.
      if (key !== "Shift") isLeaving = key === "Escape";
      const field = event.currentTarget;
      if (key === "Enter" && !shiftKey) {
        event.preventDefault();
        write(field, `\n${indentationAt(field.value, field.selectionStart)}`);
      } else if (key === "Tab" && !wasLeaving) {
        event.preventDefault();
        if (shiftKey) outdent(field);
        else indent(field);
      }
    },
    onPointerDown() {
      isLeaving = false;
    },
  };
}

/** White space that a line begins with, up to a place in it. */
function indentationAt(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? "";
}

/** One level of a program's indentation: a tab, or spaces where the program has them already. */
export function levelOf(text: string): string {
  const spaces = /^( +)\S/m.exec(text)?.[1].length ?? 0;
  return spaces > 0 && !/^\t/m.test(text) ? " ".repeat(Math.min(LEVEL, spaces)) : "\t";
}

function indent(field: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = field;
  const level = levelOf(value);
  if (!value.slice(selectionStart, selectionEnd).includes("\n")) return write(field, level);
  changeLines(field, (lines) => lines.replace(/^(?=.)/gm, level));
}

function outdent(field: HTMLTextAreaElement): void {
  changeLines(field, (lines) => lines.replace(/^(?:\t| {1,4})/gm, ""));
}

/** Changes the lines that are selected, or the one with the caret, as one step to undo. */
function changeLines(field: HTMLTextAreaElement, change: (lines: string) => string): void {
  const { value, selectionStart, selectionEnd } = field;
  const from = lineStart(value, selectionStart);
  const after = value.indexOf("\n", selectionEnd);
  const to = after < 0 ? value.length : after;
  const before = value.slice(from, to);
  const changed = change(before);
  if (changed === before) return;
  const isSelected = selectionStart !== selectionEnd;
  field.setSelectionRange(from, to);
  write(field, changed);
  if (isSelected) return field.setSelectionRange(from, from + changed.length);
  const caret = Math.max(from, selectionStart + changed.length - before.length);
  field.setSelectionRange(caret, caret);
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1;
}

/** Puts a text in place of the selection, as if it was typed. */
function write(field: HTMLTextAreaElement, text: string): void {
  // Deprecated, and the only way that keeps the field's undo: https://github.com/whatwg/html/issues/8234
  if (text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("change"));
}
