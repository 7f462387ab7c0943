import type { ReadonlySignal } from "@preact/signals";
import { clockText } from "../../components/time_text.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomData } from "./room_data.ts";

/** Until when nobody can begin yet, or any more: the exam's own clock, by the server's time. Nothing where it has no times. */
export function ExamClock({ exam, serverNow }: { exam: RoomData["exam"]; serverNow: ReadonlySignal<number> }) {
  const words = useWords("room").clock;
  const { speaker } = useSpeech();
  const now = serverNow.value;
  const opensIn = exam.opens_at === null ? 0 : Date.parse(exam.opens_at) - now;
  const closesIn = exam.closes_at === null ? 0 : Date.parse(exam.closes_at) - now;
  if (exam.state !== "published" || (opensIn <= 0 && closesIn <= 0)) return null;
  const [sentence, ms] = opensIn > 0 ? [words.opens, opensIn] : [words.closes, closesIn];
  return (
    <span role="timer" class="whitespace-nowrap text-dense tabular-nums text-ink-soft">
      {speaker.say(sentence, { time: clockText(ms) })}
    </span>
  );
}
