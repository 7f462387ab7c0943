import type { Place } from "./editor.ts";

/** Id of the element in which a place is written: each field of the editor has one. */
export function placeId({ question, path }: Place): string {
  return ["at", question ?? "exam", ...path].join("-");
}

/** Puts the focus where something is written: in the field, or in what it is a part of. @returns Whether that is the field itself. */
export function focusPlace({ question, path }: Place): boolean {
  for (let length = path.length; length >= 0; length--) {
    const element = document.getElementById(placeId({ question, path: path.slice(0, length) }));
    if (element === null) continue;
    const target = element.matches("input, textarea, select, button, [tabindex]")
      ? element
      : element.querySelector<HTMLElement>("input, textarea, select, button");
    target?.focus({ preventScroll: true });
    (target ?? element).scrollIntoView({ block: "center" });
    return length === path.length;
  }
  return false;
}
