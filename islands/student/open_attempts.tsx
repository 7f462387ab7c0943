import { useEffect, useState } from "preact/hooks";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { object, optional, text } from "../link/reader.ts";
import { attemptState } from "../link/server_message.ts";
import { isOver } from "./exam_end.ts";
import type { JoinedAttempt } from "./joined_attempts.ts";
import { call } from "./student_call.ts";
import { hasStudentStorage, openStudentStorage } from "./student_storage.ts";
import { examPath } from "./tab_attempt.ts";

const readStanding = object<Pick<AttemptAnswer, "state" | "student">>({
  state: attemptState,
  student: object<AttemptAnswer["student"]>({ name: text, number: optional(text) }),
});

/** What was found, by exam: the server is asked once for all parts of a page. */
const found = new Map<string | undefined, Promise<JoinedAttempt[]>>();

/** The attempts that were joined in this browser and are not over. @param code Of one exam alone. */
export function useOpenAttempts(code?: string): readonly JoinedAttempt[] {
  const [open, setOpen] = useState<readonly JoinedAttempt[]>([]);
  useEffect(() => {
    const finding = found.get(code) ?? findOpenAttempts(code);
    found.set(code, finding);
    void finding.then(setOpen);
  }, [code]);
  return open;
}

async function findOpenAttempts(code: string | undefined): Promise<JoinedAttempt[]> {
  if (!await hasStudentStorage()) return [];
  const { joined, store } = await openStudentStorage();
  const candidates = (await joined.list()).filter((one) => code === undefined || one.code === code);
  const open = await Promise.all(candidates.map(async (one) => {
    const outcome = await call("/api/attempt", readStanding, { token: one.token });
    if (outcome.ok) {
      // Over as well, but not done with: work of it is on this device alone.
      const isDone = isOver(outcome.value.state) && (await store.listBatches(one.attemptId)).length === 0;
      return isDone ? [] : [{ ...one, ...outcome.value.student }];
    }
    if ([401, 403, 404].includes(outcome.failure.status)) {
      await joined.forget(one.attemptId);
      return [];
    }
    // Without an answer it may be open: then its page finds out.
    return one.name === "" ? [] : [one];
  }));
  return open.flat();
}

/**
 * Offers them by their students' names. None is opened by itself: at a shared computer the next person is somebody else.
 *
 * @param props.code Of one exam alone.
 */
export function OpenAttempts({ code }: { code?: string }) {
  const attempts = useOpenAttempts(code);
  const words = useWords("joinForms").open;
  const { speaker } = useSpeech();
  if (attempts.length === 0) return null;
  return (
    <section
      aria-labelledby="open-attempts"
      class="flex max-w-md flex-col gap-3 rounded-lg border border-line bg-raised p-4"
    >
      <h2 id="open-attempts" class="font-semibold">{words.title}</h2>
      <ul class="flex flex-col gap-4">
        {attempts.map(({ attemptId, name, number, exam, language }) => (
          <li key={attemptId} class="flex flex-col items-start gap-2">
            <p class="min-w-0 wrap-anywhere">
              <bdi translate={false} class="font-medium">{name}</bdi>
              {number !== undefined && (
                <span class="ms-1 text-ink-soft">
                  · <bdi translate={false}>{number}</bdi>
                </span>
              )}
              <span id={`open-${attemptId}`} lang={language} dir="auto" class="block w-fit text-sm text-ink-soft">
                {exam}
              </span>
            </p>
            <Button
              look={attempts.length === 1 ? "primary" : "plain"}
              aria-describedby={`open-${attemptId}`}
              class="max-w-full whitespace-normal! py-2 text-start wrap-anywhere"
              onClick={() =>
                location.assign(examPath(attemptId, language))}
            >
              {speaker.say(words.goOn, { name })}
            </Button>
          </li>
        ))}
      </ul>
      <p class="text-sm text-ink-soft">{words.somebodyElse}</p>
    </section>
  );
}
