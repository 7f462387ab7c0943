import { useLayoutEffect, useRef } from "preact/hooks";
import { isAnswered } from "../../protocol/items/answer_form.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";

/** The step before handing in: what is not answered, what is flagged, and the way back to each. */
export function ReviewPanel({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isSubmitting = model.stage.value.kind === "submitting";
  const isUp = model.timeLeftMs.value === 0;
  const rows = model.questions.value.map((question, index) => ({
    index,
    id: question.id,
    text: question.text,
    isDone: isAnswered(model.answers.value[question.id]),
    isFlagged: model.flagged.value.has(question.id),
  }));
  const open = rows.filter((row) => !row.isDone).length;
  const flagged = rows.filter((row) => row.isFlagged).length;

  useLayoutEffect(() => {
    document.title = `Review and submit · ${model.attempt.value?.exam.title ?? "Exam"}`;
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);

  return (
    <section aria-labelledby="review-heading" class="flex flex-col gap-6">
      <h1 id="review-heading" ref={heading} tabIndex={-1} class="text-xl font-semibold outline-none">
        Check your answers before you submit
      </h1>
      {model.submitProblem.value !== null && (
        <AlertBox tone="problem" role="alert" title="Your exam is not submitted yet">
          {model.submitProblem.value} Your answers are kept. Whatever reached the server by the deadline counts.
        </AlertBox>
      )}
      {open > 0 || flagged > 0
        ? (
          <AlertBox tone="warning" title={summary(open, flagged)}>
            You can go back to any question until you submit.
          </AlertBox>
        )
        : <AlertBox tone="good" title="All questions are answered, and none is flagged for later." />}
      <ol class="divide-y divide-line rounded-lg border border-line bg-raised">
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              disabled={isSubmitting}
              onClick={() => actions.open(row.index)}
              class="grid w-full grid-cols-[2rem_1fr] items-center gap-x-3 gap-y-1 px-4 py-3 text-left hover:bg-sunken sm:grid-cols-[2rem_1fr_auto]"
            >
              <span class="font-medium tabular-nums">
                <span class="sr-only">Question&nbsp;</span>
                {row.index + 1}
              </span>
              <span class="truncate text-ink-soft">{row.text}</span>
              <span class="col-start-2 flex gap-4 text-sm sm:col-start-3">
                {row.isFlagged && (
                  <span class="inline-flex items-center gap-1 text-accent">
                    <Icon name="flag" /> Flagged
                  </span>
                )}
                <span class={`inline-flex items-center gap-1 font-medium ${row.isDone ? "text-low" : "text-medium"}`}>
                  <Icon name={row.isDone ? "check" : "alert"} />
                  {row.isDone ? "Answered" : "Not answered"}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p class="text-ink-soft">After you submit you cannot change your answers.</p>
      <div class="flex flex-wrap gap-3">
        <Button look="primary" busy={isSubmitting} disabled={isUp} onClick={() => actions.submit()}>
          {isSubmitting ? "Submitting…" : "Submit exam"}
        </Button>
        <Button disabled={isSubmitting} onClick={() => actions.open(model.current.value)}>Back to the questions</Button>
      </div>
      <p role="status" class="sr-only">{isSubmitting ? "Submitting your exam." : ""}</p>
    </section>
  );
}

function summary(open: number, flagged: number): string {
  const count = (n: number, words: string) => `${n} ${n === 1 ? "question is" : "questions are"} ${words}`;
  const parts = [
    ...open > 0 ? [count(open, "not answered")] : [],
    ...flagged > 0 ? [count(flagged, "flagged for later")] : [],
  ];
  return `${parts.join(", ")}.`;
}
