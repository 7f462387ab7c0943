import type { Marking } from "../../protocol/marking.ts";
import { unmarkedText } from "../components/unmarked_text.ts";
import { INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { MarkingSession } from "./marking_session.ts";
import { isOpen } from "./place.ts";
import { useStudentName } from "./student_name.ts";

const WALKS = ["question", "student"] as const;

/** Characters of a question's text in the list of questions. */
const SHORT = 60;

/** Where the marker is: by question or by student, of which one, and how much of it is marked. */
export function MarkingTop({ session, marking }: { session: MarkingSession; marking: Marking }) {
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const nameOf = useStudentName(marking);
  const { walk, question, attempt } = session.place.value;
  const answers = session.answers.value;
  const marked = answers.filter((answer) => !isOpen(answer)).length;
  return (
    <div class="flex flex-wrap items-end gap-x-6 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3">
      <fieldset class="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend class="mb-1.5 text-dense font-medium">{words.by}</legend>
        {WALKS.map((way) => (
          <label key={way} class="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="radio"
              name="walk"
              class="size-4"
              checked={walk === way}
              onChange={() => session.walkBy(way)}
            />
            {way === "question" ? words.byQuestion : words.byStudent}
          </label>
        ))}
      </fieldset>
      <div class="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
        <label for="walk-of" class="text-dense font-medium">
          {walk === "question" ? words.question : words.student}
        </label>
        {walk === "question"
          ? (
            <select
              id="walk-of"
              class={INPUT_CLASS}
              value={question ?? ""}
              onChange={(event) => session.openQuestion(event.currentTarget.value)}
            >
              {marking.questions.map((one, index) => (
                <option key={one.question} value={one.question}>
                  {speaker.say(words.questionOption, {
                    n: index + 1,
                    text: shortened(unmarkedText(one)),
                    marked: one.marked,
                    count: one.marked + one.open,
                  })}
                </option>
              ))}
            </select>
          )
          : (
            <select
              id="walk-of"
              class={INPUT_CLASS}
              value={attempt ?? ""}
              onChange={(event) => session.openStudent(event.currentTarget.value)}
            >
              {marking.attempts.map((one) => (
                <option key={one.attempt_id} value={one.attempt_id}>
                  {speaker.say(words.studentOption, { name: nameOf(one.attempt_id), n: one.open })}
                </option>
              ))}
            </select>
          )}
      </div>
      <div class="flex flex-col gap-1">
        <p class="text-sm font-medium tabular-nums">
          {speaker.say(words.progress, { marked, count: answers.length })}
        </p>
        <meter
          class="points-meter h-1.5 w-40"
          min={0}
          max={answers.length}
          value={marked}
          aria-hidden="true"
        />
      </div>
      {marking.must_be_anonymous
        ? <p class="text-sm text-ink-soft">{words.mustBeAnonymous}</p>
        : (
          <label class="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="checkbox"
              class="size-4"
              checked={session.place.value.anonymous}
              onChange={(event) => session.hideNames(event.currentTarget.checked)}
            />
            {words.anonymous}
          </label>
        )}
    </div>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= SHORT ? line : `${line.slice(0, SHORT)}…`;
}
