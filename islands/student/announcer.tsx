import { useSignalEffect } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel, Saving } from "./exam_model.ts";
import { minutesToAnnounce, timeLeftWords } from "./time_words.ts";

/** A deadline that moves by less than this is the clocks' doing, in ms. */
const MOVED_DEADLINE_MS = 20_000;

/** Says to screen readers what others see at a glance: time at 10, 5 and 1 minutes, more time, and how saving stands. */
export function Announcer({ model }: { model: ExamModel }) {
  const { time, saving: savingWords } = useWords("examStatus");
  const { speaker } = useSpeech();
  const [words, setWords] = useState("");
  const before = useRef({ leftMs: Infinity, deadline: 0, saving: "saved" as Saving });

  useSignalEffect(() => {
    const leftMs = model.timeLeftMs.value;
    const deadline = model.deadline.value;
    if (model.stage.value.kind !== "sitting") return;
    const last = before.current;
    before.current = { ...last, leftMs, deadline };
    // The first look is no crossing: whoever reloads late is told once.
    if (last.leftMs === Infinity && leftMs > 600_000) return;
    if (last.deadline > 0 && Math.abs(deadline - last.deadline) > MOVED_DEADLINE_MS) {
      return setWords(speaker.say(time.changedAloud, { left: timeLeftWords(leftMs, speaker, time.hoursAndMinutes) }));
    }
    const minutes = minutesToAnnounce(last.leftMs, leftMs);
    if (minutes !== null) setWords(speaker.say(time.leftAloud, { minutes }));
  });

  useSignalEffect(() => {
    const saving = model.saving.value;
    const last = before.current;
    if (saving === "saving" || saving === last.saving) return;
    before.current = { ...last, saving };
    setWords(saving === "saved" ? savingWords.savedAloud : savingWords.unsavedAloud);
  });

  return <p role="status" class="sr-only">{words}</p>;
}
