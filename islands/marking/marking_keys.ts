import type { LetterKeys } from "../proctor/room/letter_keys.ts";
import type { MarkingSession } from "./marking_session.ts";

/** Ids of the fields that keys lead to. */
export const POINTS_FIELD = "mark-points";
export const COMMENT_FIELD = "mark-comment";

/**
 * The keys of the marking page: digits set points, or tick criteria where the question has a rubric, wherever the focus is and nothing is typed, Enter and `n` save and go on,
 * `p` goes back, `c` goes to the comment. In the comment, Ctrl and Enter saves; all other keys write.
 *
 * @returns What takes them away again.
 */
export function markingKeys(page: Document, session: MarkingSession, keys: LetterKeys): () => void {
  const listen = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.defaultPrevented || event.isComposing || page.querySelector("dialog[open]") !== null) return;
    if (!(target instanceof HTMLElement) || session.current.value === null) return;
    if (target.id === COMMENT_FIELD) {
      if (key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      return void session.save(true);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isPoints = target.id === POINTS_FIELD;
    const isCriterion = target.matches("[data-criterion]");
    if (!isPoints && !isCriterion && target.closest("input, textarea, select, summary") !== null) return;
    const isOnControl = target.closest("a, button") !== null;
    if (key === "Enter" && !isOnControl) {
      event.preventDefault();
      return void session.save(true);
    }
    if (!keys.isOn.value) return;
    if (!isPoints && /^\p{Nd}$/u.test(key)) {
      event.preventDefault();
      const { rubric = null } = session.question.value ?? {};
      if (rubric !== null) {
        const criterion = rubric[Number(key) - 1];
        return criterion === undefined ? undefined : session.toggle(criterion.id);
      }
      session.write({ points: key });
      return page.getElementById(POINTS_FIELD)?.focus();
    }
    const act = LETTERS[key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act(session, page);
  };
  page.addEventListener("keydown", listen);
  return () => page.removeEventListener("keydown", listen);
}

const LETTERS: Readonly<Record<string, (session: MarkingSession, page: Document) => void>> = {
  n: (session) => void session.save(true),
  p: (session) => session.previous(),
  c: (_, page) => page.getElementById(COMMENT_FIELD)?.focus(),
};
