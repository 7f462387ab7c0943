import { useSpeech, useWords } from "../components/speech.tsx";
import type { Editor } from "./editor.ts";
import { isMissing } from "./problem_text.ts";
import { questionLine } from "./question_line.ts";

/** All questions by number and first words: one press away, also of 200. */
export function JumpList({ editor }: { editor: Editor }) {
  const words = useWords("editor").questions;
  const { speaker } = useSpeech();
  const { questions, language, text_format: format } = editor.exam.value;
  const isMarkdown = format === "markdown";
  // A new question is not called wrong while it is filled.
  const fresh = editor.fresh.value;
  const problems = editor.checked.value.problems.filter((one) => one.question !== fresh || !isMissing(one));
  const wrong = new Set(problems.map(({ question }) => question));
  const open = editor.open.value;
  if (questions.length < 2) return null;
  return (
    <nav aria-label={words.jump} class="flex max-h-[calc(100dvh-8rem)] flex-col gap-1 overflow-y-auto py-1">
      <ol class="flex flex-col">
        {questions.map((question, index) => {
          const { id } = question;
          const number = speaker.number(index + 1);
          const firstWords = questionLine(question, isMarkdown).slice(0, 80);
          return (
            <li key={id}>
              <button
                type="button"
                aria-current={open === id ? "true" : undefined}
                aria-label={speaker.say(words.toQuestion, { number, text: firstWords || words.noText })}
                onClick={() => editor.go({ question: id, path: ["text"] })}
                class="flex min-h-8 w-full items-center gap-2 rounded-field px-2 text-start text-dense text-ink-soft hover:bg-sunken hover:text-ink aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-ink"
              >
                <span class={`w-6 shrink-0 text-end tabular-nums ${wrong.has(id) ? "font-semibold text-high" : ""}`}>
                  {number}
                </span>
                {firstWords === ""
                  ? <span class="truncate italic">{words.noText}</span>
                  : <span lang={language} dir="auto" class="truncate">{firstWords}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
