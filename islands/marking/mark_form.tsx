import { useEffect, useRef, useState } from "preact/hooks";
import type { MarkedAnswer, Marking } from "../../protocol/marking.ts";
import { MAX_NOTE_CHARACTERS } from "../../protocol/limits.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Field, INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { LetterKeys } from "../proctor/room/letter_keys.ts";
import { Blanks } from "./blanks.tsx";
import { MarkHistoryPart } from "./mark_history_part.tsx";
import { COMMENT_FIELD, POINTS_FIELD } from "./marking_keys.ts";
import type { MarkingSession } from "./marking_session.ts";
import { isForBoth, mayMark } from "./given_mark.ts";
import { isOpen } from "./place.ts";
import { RubricPart } from "./rubric_part.tsx";
import { TwoMarkersPart } from "./two_markers_part.tsx";
import { useStudentName } from "./student_name.ts";

/** Up to so many points, each whole number is a button. */
const MOST_BUTTONS = 10;

interface MarkFormProps {
  examId: string;
  session: MarkingSession;
  marking: Marking;
  answer: MarkedAnswer;
  keys: LetterKeys;
}

/** Points and comment of the answer that is shown, and where to go from it. */
export function MarkForm({ examId, session, marking, answer, keys }: MarkFormProps) {
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const nameOf = useStudentName(marking);
  const points = useRef<HTMLInputElement>(null);
  const [isCommenting, setCommenting] = useState(false);
  const { mark } = answer;
  const max = speaker.number(mark.max);
  const isKept = marking.attempts.find(({ attempt_id }) => attempt_id === answer.attempt_id)?.is_kept ?? false;
  const opened = session.opened.value;
  useEffect(() => {
    // Where the form stands below the answer, the answer comes into view, and no keyboard of a phone covers it.
    const answerPart = document.getElementById("marked-answer");
    if (answerPart !== null && answerPart.getBoundingClientRect().bottom < 80) answerPart.scrollIntoView();
    if (matchMedia("(pointer: coarse)").matches) return;
    const criterion = document.querySelector<HTMLElement>("[data-criterion]");
    if (criterion !== null) return criterion.focus({ preventScroll: true });
    points.current?.focus({ preventScroll: true });
    points.current?.select();
  }, [opened]);
  const meanwhile = session.meanwhile.value;
  const news = session.news.value;
  const place = nameOf(answer.attempt_id);
  const values = { points: speaker.number(mark.points ?? 0), max };
  return (
    <form
      class="flex min-w-0 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void session.save(true);
      }}
    >
      <div>
        <h2 class="font-semibold">
          <bdi translate={false}>{place}</bdi>
        </h2>
        <p class="text-sm text-ink-soft">
          {mark.by === null
            ? words.notMarked
            : mark.by === "auto"
            ? speaker.say(words.byKey, values)
            : speaker.say(words.byPerson, { ...values, by: mark.by })}
        </p>
      </div>
      {meanwhile !== null && (
        <AlertBox
          tone="warning"
          role="alert"
          title={speaker.say(words.meanwhile, {
            by: meanwhile.by ?? "",
            points: speaker.number(meanwhile.points ?? 0),
            max,
          })}
        />
      )}
      <TwoMarkersPart answer={answer} />
      {!isKept ? <AlertBox title={words.removed} /> : mayMark(answer) && (
        <>
          <RubricPart session={session} />
          <Field
            id={POINTS_FIELD}
            label={isForBoth(answer) ? words.agreedPoints : words.points}
            error={session.isWrong.value ? speaker.say(words.pointsProblem, { max }) : null}
          >
            {(attributes) => (
              <div class="flex flex-col gap-2">
                <div class="flex items-center gap-2">
                  <Button aria-label={words.fewer} onClick={() => session.step(-0.5)}>−</Button>
                  <input
                    {...attributes}
                    ref={points}
                    type="text"
                    inputMode="decimal"
                    autoComplete="off"
                    value={session.written.points.value}
                    class={`${INPUT_CLASS} max-w-20 text-center tabular-nums`}
                    onInput={(event) => session.write({ points: event.currentTarget.value })}
                    onKeyDown={(event) => {
                      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                      event.preventDefault();
                      session.step(event.key === "ArrowUp" ? 0.5 : -0.5);
                    }}
                  />
                  <Button aria-label={words.more} onClick={() => session.step(0.5)}>+</Button>
                  <span class="text-sm text-ink-soft tabular-nums">{speaker.say(words.outOf, { max })}</span>
                </div>
                {mark.max <= MOST_BUTTONS && (
                  <div class="flex flex-wrap gap-1">
                    {Array.from({ length: Math.floor(mark.max) + 1 }, (_, n) => (
                      <Button
                        key={n}
                        size="small"
                        aria-label={speaker.say(words.give, { n })}
                        aria-pressed={session.written.points.value === String(n)}
                        class="min-w-8 tabular-nums aria-pressed:border-accent aria-pressed:bg-accent-soft"
                        onClick={() => session.write({ points: String(n) })}
                      >
                        {speaker.number(n)}
                      </Button>
                    ))}
                  </div>
                )}
              </div>
            )}
          </Field>
          <Field
            id={COMMENT_FIELD}
            label={isForBoth(answer) ? words.agreedComment : words.comment}
            hint={words.commentHint}
          >
            {(attributes) => (
              <textarea
                {...attributes}
                rows={isCommenting || session.written.comment.value !== "" ? 6 : 2}
                dir="auto"
                maxLength={MAX_NOTE_CHARACTERS}
                value={session.written.comment.value}
                onFocus={() => setCommenting(true)}
                onInput={(event) => session.write({ comment: event.currentTarget.value })}
              />
            )}
          </Field>
          {session.written.comment.value.trim() !== (mark.comment ?? "") && (
            <p class="-mt-2 text-dense text-ink-soft">{words.draft}</p>
          )}
          <div class="flex flex-wrap gap-2">
            <Button look="primary" type="submit" busy={session.isBusy.value}>
              {session.isBusy.value ? words.saving : words.save}
            </Button>
            <Button busy={session.isBusy.value} onClick={() => session.save(false)}>{words.saveOnly}</Button>
          </div>
        </>
      )}
      <div class="flex flex-wrap gap-2">
        <Button size="small" disabled={session.index.value <= 0} onClick={() => session.previous()}>
          {words.previous}
        </Button>
        <Button size="small" onClick={() => session.next()}>{words.next}</Button>
      </div>
      <p role="status" class="text-sm">
        {news?.kind === "saved" &&
          speaker.say(news.isLast ? words.savedLast : words.saved, {
            points: speaker.number(news.mark.points ?? 0),
            max: speaker.number(news.mark.max),
            place,
          })}
        {news?.kind === "blanks" && speaker.say(words.blanksDone, { n: news.count })}
      </p>
      <NothingOpen examId={examId} session={session} marking={marking} />
      <Blanks session={session} />
      <MarkHistoryPart
        key={`${answer.attempt_id} ${answer.question} ${mark.points} ${mark.by}`}
        examId={examId}
        answer={answer}
        rubric={session.question.value?.rubric ?? []}
      />
      <div class="border-t border-line pt-3 text-dense text-ink-soft">
        <label class="mb-1 flex min-h-6 items-center gap-2">
          <input
            type="checkbox"
            checked={keys.isOn.value}
            onChange={(event) => keys.turn(event.currentTarget.checked)}
          />
          {words.keys}
        </label>
        {keys.isOn.value && <p>{words.keysHelp}</p>}
        {keys.isOn.value && session.question.value?.rubric && <p>{words.keysRubric}</p>}
        <p>{words.keysComment}</p>
      </div>
    </form>
  );
}

/** Where to go once nothing is open here. */
function NothingOpen({ examId, session, marking }: Pick<MarkFormProps, "examId" | "session" | "marking">) {
  const words = useWords("marking");
  if (session.answers.value.some(isOpen)) return null;
  const next = marking.questions.find(({ open }) => open > 0);
  if (next === undefined) {
    return (
      <AlertBox tone="good" title={words.everything}>
        <a href={`/exams/${examId}/results`} class="font-medium text-accent underline underline-offset-4">
          {words.toResults}
        </a>
      </AlertBox>
    );
  }
  return (
    <AlertBox tone="good" title={session.place.value.walk === "question" ? words.allMarked : words.allMarkedOf}>
      <Button
        size="small"
        class="max-w-full whitespace-normal! py-1"
        onClick={async () => {
          await session.walkBy("question");
          await session.openQuestion(next.question);
        }}
      >
        {words.nextQuestion}
      </Button>
    </AlertBox>
  );
}
