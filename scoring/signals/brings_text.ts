import type { KeyClass } from "../../protocol/events.ts";

/** Whether a key can bring a character. Phones call their keys `other`. */
export function bringsText(key: KeyClass): boolean {
  switch (key) {
    case "letter":
    case "digit":
    case "space":
    case "punctuation":
    case "enter":
    case "other":
      return true;
    default:
      return false;
  }
}
