import { useEffect, useRef } from "preact/hooks";
import type { MarkedAnswer, Marking } from "../../protocol/marking.ts";
import { unmarkedText } from "../components/unmarked_text.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { MarkingSession } from "./marking_session.ts";
import { useStudentName } from "./student_name.ts";

/** The answers that the marker goes through, with their marks; each can be opened. */
export function AnswerList({ session, marking }: { session: MarkingSession; marking: Marking }) {
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const nameOf = useStudentName(marking);
  const current = useRef<HTMLLIElement>(null);
  const index = session.index.value;
  useEffect(() => current.current?.scrollIntoView({ block: "nearest" }), [index]);
  const { walk } = session.place.value;
  const questions = marking.questions.map(({ question }) => question);
  const textOf = (question: string) => {
    const found = marking.questions.find((one) => one.question === question);
    return found === undefined ? question : unmarkedText(found);
  };
  const labelOf = ({ question, attempt_id }: MarkedAnswer) =>
    walk === "question" ? nameOf(attempt_id) : textOf(question);
  return (
    <nav aria-label={words.list} class="min-w-0">
      <ol class="max-h-36 overflow-y-auto rounded-lg border border-line bg-raised lg:max-h-[calc(100dvh-16rem)]">
        {session.answers.value.map((answer, at) => {
          const { mark, is_blank: isBlank, places } = answer;
          return (
            <li key={`${answer.attempt_id} ${answer.question}`} ref={at === index ? current : undefined}>
              <button
                type="button"
                aria-current={at === index ? "true" : undefined}
                onClick={() => session.open(at)}
                class="flex min-h-9 w-full items-center justify-between gap-3 border-s-2 border-transparent px-3 py-1.5 text-start text-dense -outline-offset-2 hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
              >
                <span class="flex min-w-0 flex-1 gap-2">
                  {walk === "student" && (
                    <span class="shrink-0 tabular-nums text-ink-soft">
                      {speaker.number(questions.indexOf(answer.question) + 1)}
                    </span>
                  )}
                  <bdi class="min-w-0 truncate" translate={walk === "question" ? false : undefined}>
                    {labelOf(answer)}
                  </bdi>
                </span>
                <span class={`shrink-0 tabular-nums ${mark.by === null ? "font-medium" : "text-ink-soft"}`}>
                  {mark.points !== null
                    ? speaker.number(mark.points)
                    : places?.waits_for === "agreement" || places?.waits_for === "others"
                    ? words.isDifferent
                    : isBlank
                    ? words.isBlank
                    : words.isOpen}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
