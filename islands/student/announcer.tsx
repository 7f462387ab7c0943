import { useSignalEffect } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import type { ExamModel, Saving } from "./exam_model.ts";
import { timeAnnouncement, timeLeftWords } from "./time_words.ts";

/** A deadline that moves by less than this is the clocks' doing, in ms. */
const MOVED_DEADLINE_MS = 20_000;

/** Says to screen readers what others see at a glance: time at 10, 5 and 1 minutes, more time, and how saving stands. */
export function Announcer({ model }: { model: ExamModel }) {
  const [words, setWords] = useState("");
  const before = useRef({ leftMs: Infinity, deadline: 0, saving: "saved" as Saving });

  useSignalEffect(() => {
    const leftMs = model.timeLeftMs.value;
    const deadline = model.deadline.value;
    if (model.stage.value.kind !== "sitting") return;
    const last = before.current;
    const moved = deadline - last.deadline;
    const said = last.deadline > 0 && Math.abs(moved) > MOVED_DEADLINE_MS
      ? `Your time has changed: ${timeLeftWords(leftMs)} left.`
      : timeAnnouncement(last.leftMs, leftMs);
    before.current = { ...last, leftMs, deadline };
    // The first look is no crossing: whoever reloads late is told once.
    if (said !== null && (last.leftMs !== Infinity || leftMs <= 600_000)) setWords(said);
  });

  useSignalEffect(() => {
    const saving = model.saving.value;
    const last = before.current;
    if (saving === "saving" || saving === last.saving) return;
    before.current = { ...last, saving };
    setWords(
      saving === "saved" ? "All changes saved." : "Not saved yet. Keep going: your work is kept on this device.",
    );
  });

  return <p role="status" class="sr-only">{words}</p>;
}
