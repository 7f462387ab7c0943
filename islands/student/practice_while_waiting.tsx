import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import { FIELD_CLASS } from "./items/text_field.tsx";
import { WaitingPractice } from "./waiting_practice.ts";

/** Practice for whoever likes while they wait: a text that stays here, and the rhythm that it is typed in. */
export function PracticeWhileWaiting({ actions }: { actions: ExamActions }) {
  const words = useWords("sitting").practice;
  const [isRunning, setRunning] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    if (!isRunning) return;
    const practice = new WaitingPractice(
      (events) => actions.practise(events),
      () => document.activeElement === field.current,
    );
    practice.start();
    field.current?.focus();
    return () => practice.stop();
  }, [isRunning]);

  return (
    <section aria-labelledby="waiting-practice" class="flex flex-col items-start gap-3 border-t border-line pt-5">
      <h2 id="waiting-practice" class="font-semibold">{words.title}</h2>
      <p id="practice-kept" class="text-sm text-ink-soft">{words.kept}</p>
      {isRunning
        ? (
          <>
            <label class="flex w-full flex-col gap-1.5">
              <span>{words.task}</span>
              <textarea ref={field} rows={5} dir="auto" aria-describedby="practice-kept" class={FIELD_CLASS} />
            </label>
            <Button onClick={() => setRunning(false)}>{words.stop}</Button>
          </>
        )
        : <Button data-focus-home onClick={() => setRunning(true)}>{words.start}</Button>}
    </section>
  );
}
