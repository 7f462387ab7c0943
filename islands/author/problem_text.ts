import type { Sentences } from "../../words/words.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { Speaker } from "../../words/speaker.ts";
import type { Problem } from "./check_exam.ts";
import type { Place, Refused } from "./editor.ts";

/** What the schema says of a text in which nothing is seen. */
const BLANK = "must not be blank";

interface ProblemWords {
  own: Sentences["editorProblems"];
  fields: Sentences["fieldProblems"];
}

/**
 * What is wrong with a field, in a sentence of its own. What the schema says by a key is said in the server's words; what
 * the schema library finds is said as a person would.
 */
export function problemText(
  speaker: Speaker,
  { own, fields }: ProblemWords,
  { issue, path, question }: Problem,
): string {
  const place = path.join(".");
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string") return question === null && place === "title" ? own.title_missing : own.missing;
      if (issue.origin === "array") {
        if (place === "gaps") return own.gap_missing;
        return speaker.say(own.too_few, { least: Number(issue.minimum) });
      }
      return speaker.say(own.least, { least: Number(issue.minimum) });
    case "too_big":
      if (issue.origin === "string") return speaker.say(own.too_long, { most: Number(issue.maximum) });
      if (issue.origin === "array") return speaker.say(own.too_many, { most: Number(issue.maximum) });
      return speaker.say(own.between, { least: 0, most: Number(issue.maximum) });
    case "invalid_type":
      if (issue.expected === "int") return own.whole;
      return place === "duration_minutes" ? own.duration_missing : own.number;
    case "invalid_format":
      return place === "opens_at" || place === "closes_at" ? own.moment : said(speaker, own, fields, issue.message, {});
    case "custom":
      return said(speaker, own, fields, issue.message, issue.params ?? {});
    default:
      return own.not_valid;
  }
}

/** A rule's own key, in the editor's words where it has some. */
function said(
  speaker: Speaker,
  own: Sentences["editorProblems"],
  fields: Sentences["fieldProblems"],
  key: string,
  params: Readonly<Record<string, unknown>>,
): string {
  if (key === BLANK) return own.missing;
  if (isKeyOf(own, key)) return own[key];
  if (!isKeyOf(fields, key)) return own.not_valid;
  const value = typeof params.value === "string" || typeof params.value === "number" ? params.value : "";
  return speaker.capital(speaker.tell(fields, { key, values: { value } }));
}

function isKeyOf<Texts extends object>(texts: Texts, key: string): key is keyof Texts & string {
  return Object.hasOwn(texts, key);
}

/** For a component: says what is wrong. */
export function useProblemText(): (problem: Problem) => string {
  const { speaker } = useSpeech();
  const words = { own: useWords("editorProblems"), fields: useWords("fieldProblems") };
  return (problem) => problemText(speaker, words, problem);
}

/** For a component: says what is wrong with a question, where its field is not in sight: "its text is missing". */
export function useShortProblem(): (problem: Problem) => string {
  const own = useWords("editorProblems");
  const say = useProblemText();
  return (problem) =>
    isMissing(problem) ? problem.path.join() === "text" ? own.text_missing : own.part_missing : say(problem);
}

/** Whether something is only not written yet. */
export function isMissing({ issue }: Problem): boolean {
  if (issue.code === "custom") return issue.message === BLANK;
  return issue.code === "too_small" && (issue.origin === "string" || issue.origin === "array");
}

/** Problems within a place, by dotted path from there on; the first of each. */
export function problemsAt(
  problems: readonly Problem[],
  refused: Refused | null,
  question: string | null,
  say: (problem: Problem) => string,
): (...path: Place["path"]) => string | undefined {
  const found = new Map<string, string>();
  for (const problem of problems) {
    if (problem.question !== question) continue;
    const path = problem.path.join(".");
    if (!found.has(path)) found.set(path, say(problem));
  }
  if (refused !== null && refused.question === question) found.set(refused.path.join("."), refused.message);
  return (...path) => found.get(path.join("."));
}
