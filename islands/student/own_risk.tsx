import { useState } from "preact/hooks";
import { LevelBadge } from "../components/level_badge.tsx";
import type { ExamModel } from "./exam_model.ts";

const LEVEL_SENTENCES = {
  low: "Nothing here asks for a closer look.",
  medium: "Some things are unusual. There may be a good reason for each.",
  high: "A proctor may take a closer look. Keep going: nothing is decided.",
} as const;

/** The student's own risk with its reasons: what proctors see, without alarm, and out of the way on request. */
export function OwnRisk({ model }: { model: ExamModel }) {
  const [isShown, setShown] = useState(true);
  const own = model.risk.value;
  if (!isShown) {
    return (
      <button
        type="button"
        onClick={() => setShown(true)}
        class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
      >
        Show how this session looks
      </button>
    );
  }
  return (
    <section
      aria-labelledby="risk-heading"
      class="flex flex-col gap-2 rounded-lg border border-line bg-raised p-4 text-sm"
    >
      <div class="flex items-center justify-between gap-2">
        <h2 id="risk-heading" class="font-semibold">How this session looks</h2>
        <button
          type="button"
          onClick={() => setShown(false)}
          class="-my-1 -mr-1 min-h-8 rounded-field px-2 text-ink-soft hover:bg-sunken"
        >
          Hide <span class="sr-only">how this session looks</span>
        </button>
      </div>
      {own === null ? <LevelBadge level="insufficient" class="self-start" /> : (
        <>
          <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
            <LevelBadge level={own.level} />
            <span class="tabular-nums text-ink-soft">Risk {Math.round(own.risk)} of 100</span>
          </p>
          <p>{LEVEL_SENTENCES[own.level]}</p>
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
        <summary class="min-h-6 rounded-field">What does this mean?</summary>
        <p class="mt-1">
          It is computed from rhythm, focus and the like, never from what you answer. Proctors see the same numbers and
          the same reasons. It decides nothing: a person does, and you can ask for the record.
        </p>
      </details>
    </section>
  );
}
