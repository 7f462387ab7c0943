import { Fragment } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AddQuestion, FirstQuestion } from "./add_question.tsx";
import { FromBank } from "./bank/from_bank.tsx";
import { useDragOrder } from "./drag_order.ts";
import type { Editor } from "./editor.ts";
import { useShortProblem } from "./problem_text.ts";
import { moveQuestion } from "./question_moves.ts";
import { QuestionRow } from "./question_row.tsx";
import { AddSection, SectionRows } from "./sections/section_rows.tsx";
import { ExportMenu } from "./import/export_menu.tsx";
import { ImportQuestions } from "./import_questions.tsx";

/** All questions: one open to be written at, the others by their first line. */
export function QuestionList({ editor }: { editor: Editor }) {
  const words = useWords("editor").questions;
  const { speaker } = useSpeech();
  const sayShortly = useShortProblem();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  const { questions } = editor.exam.value;
  const open = editor.open.value;

  // A node that is moved loses the focus.
  useLayoutEffect(() => {
    if (moved.current !== null) document.getElementById(moved.current)?.focus();
    moved.current = null;
  });

  function move(id: string, to: number, focusId: string | null) {
    const from = editor.exam.value.questions.findIndex((question) => question.id === id);
    if (!moveQuestion(editor, id, to)) return;
    moved.current = focusId;
    editor.said.value = speaker.say(words.moved, {
      from: speaker.number(from + 1),
      to: speaker.number(to + 1),
      count: questions.length,
    });
  }

  const rows = () => [...list.current?.querySelectorAll<HTMLElement>(":scope > [data-question]") ?? []];
  const { drag, handle } = useDragOrder(rows, (id, to) => move(id, to, null));
  const wrong = new Map<string, string>();
  for (const problem of editor.checked.value.problems) {
    if (problem.question !== null && !wrong.has(problem.question)) wrong.set(problem.question, sayShortly(problem));
  }
  const points = questions.reduce((sum, question) => sum + (Number.isNaN(question.points) ? 0 : question.points), 0);

  return (
    <section aria-labelledby="questions-title" class="flex flex-col gap-4">
      <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="questions-title" data-focus-home tabIndex={-1} class="text-lg font-semibold outline-none">
          {words.title}
        </h2>
        {questions.length > 0 && (
          <p class="text-sm text-ink-soft tabular-nums">
            {speaker.say(words.summary, { count: questions.length, points })}
          </p>
        )}
      </div>
      {questions.length === 0
        ? <FirstQuestion editor={editor} />
        : (
          <ol ref={list} id="at-exam-questions" class="flex flex-col gap-2">
            {questions.map((question, index) => (
              <Fragment key={question.id}>
                <SectionRows editor={editor} at={index} />
                <QuestionRow
                  editor={editor}
                  question={question}
                  index={index}
                  count={questions.length}
                  isOpen={question.id === open}
                  problem={wrong.get(question.id)}
                  language={editor.exam.value.language}
                  isDragged={drag?.id === question.id}
                  isTarget={drag?.before === index}
                  isLastTarget={drag !== null && drag.before === questions.length && index === questions.length - 1}
                  handle={handle}
                  onMove={move}
                />
              </Fragment>
            ))}
            <SectionRows editor={editor} at={questions.length} />
          </ol>
        )}
      <div class="flex flex-wrap items-center gap-2">
        {questions.length > 0 && <AddQuestion editor={editor} behind={null} />}
        <ImportQuestions editor={editor} />
        {questions.length > 0 && <AddSection editor={editor} />}
        <FromBank editor={editor} />
        {questions.length > 0 && (
          <div class="ms-auto">
            <ExportMenu examId={editor.saved.value.exam_id} />
          </div>
        )}
      </div>
    </section>
  );
}
