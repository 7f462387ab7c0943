import { useState } from "preact/hooks";
import { LevelBadge } from "../components/level_badge.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel } from "./exam_model.ts";

/** The student's own risk with its reasons: what proctors see, without alarm, and out of the way on request. */
export function OwnRisk({ model }: { model: ExamModel }) {
  const words = useWords("examStatus").risk;
  const { speaker } = useSpeech();
  const [isShown, setShown] = useState(true);
  const own = model.risk.value;
  if (!isShown) {
    return (
      <button
        type="button"
        onClick={() => setShown(true)}
        class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
      >
        {words.show}
      </button>
    );
  }
  return (
    <section
      aria-labelledby="risk-heading"
      class="flex flex-col gap-2 rounded-lg border border-line bg-raised p-4 text-sm"
    >
      <div class="flex items-center justify-between gap-2">
        <h2 id="risk-heading" class="font-semibold">{words.title}</h2>
        <button
          type="button"
          onClick={() => setShown(false)}
          aria-label={words.hideAloud}
          class="-my-1 -me-1 min-h-8 rounded-field px-2 text-ink-soft hover:bg-sunken"
        >
          {words.hide}
        </button>
      </div>
      {own === null ? <LevelBadge level="insufficient" class="self-start" /> : (
        <>
          <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
            <LevelBadge level={own.level} />
            <span class="tabular-nums text-ink-soft">{speaker.say(words.number, { risk: Math.round(own.risk) })}</span>
          </p>
          <p>{words.levels[own.level]}</p>
          {own.reasons.length > 0 && (
            <ul class="flex flex-col gap-2 border-t border-line pt-2">
              {own.reasons.map((reason) => (
                <li key={reason.name}>
                  <p>{reason.seen}</p>
                  {reason.usual && <p class="text-ink-soft">{reason.usual}</p>}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <details class="text-ink-soft">
        <summary class="min-h-6 rounded-field">{words.meaning}</summary>
        <p class="mt-1">{words.explanation}</p>
      </details>
    </section>
  );
}
