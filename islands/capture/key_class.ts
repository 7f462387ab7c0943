import type { KeyClass } from "../../protocol/events.ts";

/** What of a keyboard event its class depends on. */
interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  /** Whether AltGr is held: on Windows it reports as Ctrl and Alt, and types letters. */
  altGraph: boolean;
}

/** Looked up by a name that a page may make up: "constructor" must find nothing. */
const BY_NAME = new Map<string, KeyClass>(Object.entries({
  " ": "space",
  Spacebar: "space",
  Enter: "enter",
  Tab: "tab",
  Backspace: "backspace",
  Delete: "delete",
  ArrowUp: "arrow",
  ArrowDown: "arrow",
  ArrowLeft: "arrow",
  ArrowRight: "arrow",
  Home: "navigation",
  End: "navigation",
  PageUp: "navigation",
  PageDown: "navigation",
  Shift: "modifier",
  Control: "modifier",
  Alt: "modifier",
  AltGraph: "modifier",
  Meta: "modifier",
  CapsLock: "modifier",
  Fn: "modifier",
}));

/**
 * Kind of a pressed key, which is all that is kept of it.
 *
 * @example
 * const plain = { ctrlKey: false, metaKey: false, altGraph: false };
 * assert.equal(keyClass({ ...plain, key: "é" }), "letter");
 * assert.equal(keyClass({ ...plain, key: "v", ctrlKey: true }), "shortcut");
 */
export function keyClass(pressed: PressedKey): KeyClass {
  const named = BY_NAME.get(pressed.key);
  if (named === "modifier") return named;
  if ((pressed.ctrlKey || pressed.metaKey) && !pressed.altGraph) return "shortcut";
  if (named !== undefined) return named;
  if (/^F\d{1,2}$/.test(pressed.key)) return "function";
  // A name of several letters is a key without a character: "Dead", "Process", "Unidentified", "ContextMenu"…
  if ([...pressed.key].length !== 1) return "other";
  if (/^\p{L}$/u.test(pressed.key)) return "letter";
  if (/^\p{N}$/u.test(pressed.key)) return "digit";
  return "punctuation";
}
