import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { unmarkedText } from "../components/unmarked_text.ts";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { answerWords } from "./answer_words.ts";
import { failureText } from "./failure_text.ts";
import { isPassing } from "./student_call.ts";

/** The step before handing in: what is not answered, what is flagged, and the way back to each. */
export function ReviewPanel({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { review: words, untitled, answer: answerLabels } = useWords("exam");
  const { yourAnswer, forward } = useWords("sitting");
  const isForward = model.isForward.value;
  const Row = isForward ? "div" : "button";
  const refused = useWords("refused");
  const { speaker } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAsking, setAsking] = useState(false);
  const isSubmitting = model.stage.value.kind === "submitting";
  const isUp = model.isTimeUp.value;
  const rows = model.questions.value.map((question, index) => ({
    index,
    id: question.id,
    text: unmarkedText(question),
    answer: answerWords(question, model.answers.value, answerLabels),
    isDone: model.answeredIds.value.has(question.id),
    isFlagged: model.flagged.value.has(question.id),
  }));
  const open = rows.filter((row) => !row.isDone).length;
  const flagged = rows.filter((row) => row.isFlagged).length;
  const summary = flagged === 0 ? words.open : open === 0 ? words.flagged : words.openAndFlagged;
  const problem = model.submitProblem.value;

  useLayoutEffect(() => {
    document.title = speaker.say(words.tab, { exam: model.attempt.value?.exam.title ?? untitled });
    heading.current?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }, []);

  return (
    <section aria-labelledby="review-heading" class="flex flex-col gap-6">
      <h1 id="review-heading" ref={heading} tabIndex={-1} data-focus-home class="text-xl font-semibold outline-none">
        {words.title}
      </h1>
      {problem !== null && (
        <AlertBox tone="problem" role="alert" title={words.problemTitle}>
          {speaker.say(words.problem, { problem: failureText(problem, refused) })}
          {isPassing(problem) && ` ${words.triesAgain}`}
        </AlertBox>
      )}
      {open > 0 || flagged > 0
        ? (
          <AlertBox tone="warning" title={speaker.say(summary, { open, flagged })}>
            {isForward ? forward.cannotGoBack : words.canGoBack}
          </AlertBox>
        )
        : <AlertBox tone="good" title={words.complete} />}
      <ol class="divide-y divide-line rounded-lg border border-line bg-raised">
        {rows.map((row) => (
          <li key={row.id}>
            <Row
              {...(!isForward && { type: "button", disabled: isSubmitting, onClick: () => actions.open(row.index) })}
              class={`grid w-full grid-cols-[2rem_1fr] items-center gap-x-3 gap-y-1 px-4 py-3 text-start sm:grid-cols-[2rem_1fr_auto] ${
                isForward ? "" : "hover:bg-sunken"
              }`}
            >
              <span class="font-medium tabular-nums">
                <span class="sr-only">{words.question}&nbsp;</span>
                {speaker.number(row.index + 1)}
              </span>
              <span
                lang={model.language.value}
                dir="auto"
                class="line-clamp-2 text-ink-soft wrap-anywhere sm:line-clamp-1"
              >
                {row.text}
              </span>
              <span class="col-start-2 flex gap-4 text-sm sm:col-start-3">
                {row.isFlagged && (
                  <span class="inline-flex items-center gap-1 text-accent">
                    <Icon name="flag" /> {words.rowFlagged}
                  </span>
                )}
                <span class={`inline-flex items-center gap-1 font-medium ${row.isDone ? "text-low" : "text-medium"}`}>
                  <Icon name={row.isDone ? "check" : "alert"} />
                  {row.isDone ? words.rowAnswered : words.rowOpen}
                </span>
              </span>
            </Row>
            {row.answer !== "" && (
              <div class="mb-3 ms-[3.75rem] me-4">
                <span class="sr-only">{yourAnswer}&nbsp;</span>
                <p
                  lang={model.language.value}
                  dir="auto"
                  translate={false}
                  class="line-clamp-3 whitespace-pre-wrap wrap-anywhere"
                >
                  {row.answer}
                </p>
              </div>
            )}
          </li>
        ))}
      </ol>
      <p class="text-ink-soft">{words.final}</p>
      <div class="flex flex-wrap gap-3">
        <Button
          look="primary"
          busy={isSubmitting}
          disabled={isUp}
          onClick={() => open > 0 ? setAsking(true) : actions.submit()}
        >
          {isSubmitting ? words.submitting : words.submit}
        </Button>
        <Button disabled={isSubmitting} onClick={() => actions.open(model.current.value)}>{words.back}</Button>
      </div>
      {isAsking && !isSubmitting && !isUp && model.hold.value === null && (
        <Dialog
          id="submit"
          title={words.ask.title}
          lead={speaker.say(words.ask.lead, { open })}
          onClose={() => setAsking(false)}
        >
          <div class="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{words.ask.back}</Button>
            <Button
              look="primary"
              onClick={() => {
                setAsking(false);
                actions.submit();
              }}
            >
              {words.ask.submit}
            </Button>
          </div>
        </Dialog>
      )}
      <p role="status" class="sr-only">{isSubmitting ? words.submittingAloud : ""}</p>
    </section>
  );
}
