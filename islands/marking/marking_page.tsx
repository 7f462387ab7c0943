import { useEffect, useMemo } from "preact/hooks";
import { z } from "zod";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty_state.tsx";
import { Loading } from "../components/loading.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { LetterKeys } from "../proctor/room/letter_keys.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { Viewer } from "../staff/viewer.ts";
import { AnswerPart } from "./answer_part.tsx";
import { AnswerList } from "./answer_list.tsx";
import { MarkForm } from "./mark_form.tsx";
import { markingKeys } from "./marking_keys.ts";
import { MarkingSession } from "./marking_session.ts";
import { MarkingTop } from "./marking_top.tsx";

/** What the page of marking starts from. Answers and names are asked for by the page itself. */
export const MarkingData = z.strictObject({
  viewer: Viewer,
  exam: z.strictObject({ exam_id: z.string(), title: z.string() }),
});
export type MarkingData = z.infer<typeof MarkingData>;

/** The page where an exam's answers are marked, one after another. */
export function MarkingPage({ exam }: MarkingData) {
  const session = useMemo(() => new MarkingSession(exam.exam_id), [exam.exam_id]);
  const keys = useMemo(() => new LetterKeys(), []);
  const { speaker } = useSpeech();
  const words = useWords("marking");
  const failureText = useFailureText();
  useEffect(() => {
    keys.restore();
    void session.start();
    return markingKeys(document, session, keys);
  }, [session, keys]);
  const marking = session.marking.value;
  const failure = session.failure.value;
  const current = session.current.value;
  return (
    <div class="mx-auto flex w-full max-w-[96rem] flex-1 flex-col gap-4 px-4 py-5 sm:px-6">
      <div class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 class="text-xl font-semibold">{words.title}</h1>
        {marking !== null && marking.under_way > 0 && (
          <p class="text-sm text-ink-soft">{speaker.say(words.underWay, { n: marking.under_way })}</p>
        )}
      </div>
      {failure !== null && (
        <AlertBox tone="problem" role="alert" title={failureText(failure)}>
          {marking === null && <Button size="small" onClick={() => session.start()}>{words.reload}</Button>}
        </AlertBox>
      )}
      {marking === null && failure === null && <Loading />}
      {marking !== null && marking.attempts.length === 0 && <EmptyState lead={words.nothing} />}
      {marking !== null && marking.attempts.length > 0 && (
        <>
          <MarkingTop session={session} marking={marking} />
          <div class="grid flex-1 content-start gap-6 lg:grid-cols-[15rem_minmax(0,1fr)_20rem]">
            <AnswerList session={session} marking={marking} />
            {current !== null && session.question.value !== null && (
              <>
                <AnswerPart
                  examId={exam.exam_id}
                  answer={current}
                  question={session.question.value}
                  anonymous={marking.anonymous}
                />
                <MarkForm examId={exam.exam_id} session={session} marking={marking} answer={current} keys={keys} />
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
