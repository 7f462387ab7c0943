import type { LetterKeys } from "../proctor/room/letter_keys.ts";

/** Id of the queue's search. */
export const SEARCH_FIELD = "review-search";

/**
 * The keys of the queue: j, k and the arrows move through its attempts, Enter opens one (it is a link), / goes to the search.
 *
 * @returns What takes them away again.
 */
export function queueKeys(page: Document, keys: LetterKeys): () => void {
  const listen = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return;
    if (!(target instanceof HTMLElement)) return;
    const isSearch = target.id === SEARCH_FIELD;
    const isWriting = target.closest("input, textarea, select") !== null;
    if (isWriting && !(isSearch && (key === "ArrowDown" || key === "Enter"))) return;
    if (key.length === 1 && !keys.isOn.peek()) return;
    if (key === "/") {
      event.preventDefault();
      return page.getElementById(SEARCH_FIELD)?.focus();
    }
    const step = isSearch ? 1 : STEPS[key];
    if (step === undefined) return;
    const links = [...page.querySelectorAll<HTMLElement>("[data-review-row]")];
    const at = links.findIndex((link) => link.closest("tr")?.contains(page.activeElement));
    const next = links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  page.addEventListener("keydown", listen);
  return () => page.removeEventListener("keydown", listen);
}

const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
