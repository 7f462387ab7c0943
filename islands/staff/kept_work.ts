/** Begins of the names under which this device keeps what its staff wrote and did not save: exams with their keys, and marks. */
export const KEPT_EXAM = "invigil:edit:";
export const KEPT_MARK = "invigil-mark:";
/** The same of students' personal links that were just made; they are kept in the tab. */
export const KEPT_LINKS = "made_links:";

let isOver = false;

/**
 * Where what is not saved is kept: `localStorage`.
 *
 * @throws {DOMException} Where it is switched off, or the account has signed out: a page that goes keeps nothing then.
 */
export function unsavedStorage(): Storage {
  if (isOver) throw new DOMException("signed_out", "InvalidStateError");
  return localStorage;
}

/** Whether there is work that is not saved. */
export function hasUnsavedWork(): boolean {
  return namesIn(() => localStorage, [KEPT_EXAM, KEPT_MARK]).length > 0;
}

/** Drops all of it, and students' links: whoever comes to this device next reads none. Nothing is kept from then on. */
export function dropKeptWork(): void {
  isOver = true;
  for (const name of namesIn(() => localStorage, [KEPT_EXAM, KEPT_MARK])) localStorage.removeItem(name);
  for (const name of namesIn(() => sessionStorage, [KEPT_LINKS])) sessionStorage.removeItem(name);
}

function namesIn(storage: () => Storage, begins: readonly string[]): string[] {
  try {
    return Object.keys(storage()).filter((name) => begins.some((begin) => name.startsWith(begin)));
  } catch {
    return [];
  }
}
