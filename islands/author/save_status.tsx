import { useSpeech, useWords } from "../components/speech.tsx";
import { isMissing, useProblemText, useShortProblem } from "./problem_text.ts";
import type { Problem } from "./check_exam.ts";
import type { Editor, Place } from "./editor.ts";

/** How saving stands, in a sentence; what is not saved leads to its field. */
export function SaveStatus({ editor }: { editor: Editor }) {
  const words = useWords("editor").save;
  const problems = useOpenProblems(editor, true);
  const { speaker } = useSpeech();
  const [first] = problems;
  const isCalm = editor.save.value.kind === "saved" && first === undefined;
  const text = useStatusText(editor);
  return (
    <p class={`flex min-w-0 items-center gap-2 text-dense ${isCalm ? "text-ink-soft" : "text-ink"}`}>
      <span
        role="status"
        class="min-w-0 max-sm:line-clamp-2 max-sm:text-xs sm:truncate"
        title={first && heldText(problems)}
      >
        {first ? heldText(problems) : text}
      </span>
      {first && (
        <button
          type="button"
          onClick={() => editor.go(first.place)}
          class="shrink-0 rounded-field font-medium text-accent underline underline-offset-4"
        >
          {words.show}
        </button>
      )}
    </p>
  );

  function heldText([{ text: firstText }, ...others]: readonly OpenProblem[]): string {
    if (others.length === 0) return speaker.say(words.held, { first: firstText });
    return speaker.say(words.more, { first: firstText, n: others.length });
  }
}

function useStatusText(editor: Editor): string {
  const words = useWords("editor").save;
  const { speaker } = useSpeech();
  const state = editor.save.value;
  if (
    !editor.isAutomatic.value && state.kind !== "saving" && state.kind !== "away" &&
    state.kind !== "refused" && state.kind !== "signed_out"
  ) {
    const changes = editor.changes.value;
    const fresh = freshNumber(editor);
    if (changes === 0 && fresh !== null) return speaker.say(words.fresh, { number: speaker.number(fresh) });
    return changes === 0 ? words.nothing : speaker.say(words.changes, { n: changes });
  }
  const fresh = freshNumber(editor);
  if (state.kind === "saved" && fresh !== null) return speaker.say(words.fresh, { number: speaker.number(fresh) });
  if (state.kind === "refused") return speaker.say(words.refused, { message: state.error.message });
  if (state.kind === "conflict") return words.waiting;
  return words[state.kind];
}

/** Number of a new question that somebody is still filling; null where there is none, or it is complete. */
function freshNumber(editor: Editor): number | null {
  const fresh = editor.fresh.value;
  if (fresh === null || !editor.checked.value.problems.some(({ question }) => question === fresh)) return null;
  return editor.exam.value.questions.findIndex(({ id }) => id === fresh) + 1 || null;
}

/** One place that cannot be saved yet: where, and why in a few words. */
export interface OpenProblem {
  place: Place;
  text: string;
}

/**
 * For a component: what cannot be saved yet, the first problem of each question and of each field.
 *
 * @param isQuiet Whether a new question may lack something while it is filled.
 */
export function useOpenProblems(editor: Editor, isQuiet = false): OpenProblem[] {
  const words = useWords("editor").save;
  const sayShortly = useShortProblem();
  const { speaker } = useSpeech();
  const sayProblem = useProblemText();
  const numbers = new Map(editor.exam.value.questions.map(({ id }, index) => [id, index + 1]));
  const seen = new Set<string>();
  const open: OpenProblem[] = [];
  const refused = editor.refused.value;
  if (refused !== null) open.push({ place: refused, text: refused.message });
  for (const problem of editor.checked.value.problems) {
    if (isQuiet && problem.question !== null && problem.question === editor.fresh.value && isMissing(problem)) continue;
    const key = problem.question ?? `.${problem.path[0]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push({ place: problem, text: problem.question === null ? sayProblem(problem) : inQuestion(problem) });
  }
  return open;

  function inQuestion(problem: Problem): string {
    const number = speaker.number(numbers.get(problem.question ?? "") ?? 0);
    return speaker.say(words.question, { number, problem: sayShortly(problem) });
  }
}
