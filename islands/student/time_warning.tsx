import { useSignalEffect } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { timeLeftAloud, timeToAnnounce, warningMinutes } from "./time_words.ts";
import { TopStrip } from "./top_strip.tsx";

/** How long a warning stays where nobody closes it, in ms of the exam's time: the clock beside it says the same. */
const SHOWN_FOR_MS = 30_000;

/**
 * Ten, five and one minutes before the end it is said where it is seen, once each, also over a reload. The announcer says it
 * aloud. Whoever has put the time out of sight is told of the last minute alone.
 */
export function TimeWarning({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const words = useWords("sitting").warning;
  const { hoursAndMinutes } = useWords("examStatus").time;
  const { speaker } = useSpeech();
  const [shownMs, setShown] = useState<number | null>(null);
  const shown = useRef<number | null>(null);

  useSignalEffect(() => {
    const leftMs = model.timeLeftMs.value;
    if (model.stage.value.kind !== "sitting" || model.hold.value !== null) return;
    const minutes = leftMs === 0 ? null : warningMinutes(leftMs);
    const warned = model.warned.peek();
    const show = (ms: number | null) => setShown(shown.current = ms);
    if (shown.current !== null && (leftMs === 0 || Math.abs(shown.current - leftMs) > SHOWN_FOR_MS)) show(null);
    if (minutes === warned) return;
    actions.warned(minutes);
    // More time was given: what was said before is said again when it comes to it.
    if (minutes === null || (warned !== null && minutes > warned)) return show(null);
    if (minutes > 1 && model.hidden.value.has("time")) return;
    show(timeToAnnounce(Infinity, leftMs));
  });

  if (shownMs === null || model.hold.value !== null) return null;
  return (
    <TopStrip
      tone="medium"
      icon="clock"
      title={speaker.say(words.title, { left: timeLeftAloud(shownMs, speaker, hoursAndMinutes) })}
      buttons={<Button onClick={() => setShown(shown.current = null)}>{words.close}</Button>}
    >
      <p class="text-sm">{words.text}</p>
    </TopStrip>
  );
}
