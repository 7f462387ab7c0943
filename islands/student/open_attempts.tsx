import { useEffect, useState } from "preact/hooks";
import type { AttemptAnswer } from "../../protocol/rest.ts";
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

/** The attempts that were joined in this browser and are not over. @param code Of one exam alone. */
export function useOpenAttempts(code?: string): readonly JoinedAttempt[] {
  const [open, setOpen] = useState<readonly JoinedAttempt[]>([]);
  useEffect(() => {
    void findOpenAttempts(code).then(setOpen);
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

/** Offers them by their students' names. None is opened by itself: at a shared computer the next person is somebody else. */
export function OpenAttempts({ attempts }: { attempts: readonly JoinedAttempt[] }) {
  const words = useWords("joinForms").open;
  const { speaker } = useSpeech();
  if (attempts.length === 0) return null;
  return (
    <section
      aria-labelledby="open-attempts"
      class="mb-8 flex flex-col gap-3 rounded-lg border border-line bg-raised p-4"
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
              <span lang={language} dir="auto" class="block text-sm text-ink-soft">{exam}</span>
            </p>
            <Button
              look="primary"
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
