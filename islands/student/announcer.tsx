import { useSignalEffect } from "@preact/signals";
import { useRef, useState } from "preact/hooks";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel } from "./exam_model.ts";
import { type SavingName, savingWords } from "./saving_words.ts";
import { timeLeftAloud, timeToAnnounce } from "./time_words.ts";

/** A deadline that moves by less than this is the clocks' doing, in ms. */
const MOVED_DEADLINE_MS = 20_000;

/**
 * Says to screen readers what others see at a glance: that a stopped exam goes on, time at 10, 5 and 1 minutes, more time,
 * and how saving and the connection stand.
 */
export function Announcer({ model }: { model: ExamModel }) {
  return (
    <>
      <TimeAloud model={model} />
      <SavingAloud model={model} />
    </>
  );
}

function TimeAloud({ model }: { model: ExamModel }) {
  const { time } = useWords("examStatus");
  const { speaker } = useSpeech();
  const [words, setWords] = useState("");
  const before = useRef({ leftMs: Infinity, deadline: 0, isHeld: false });

  useSignalEffect(() => {
    const leftMs = model.timeLeftMs.value;
    const deadline = model.deadline.value;
    const isHeld = model.hold.value !== null;
    if (model.stage.value.kind !== "sitting") return;
    const last = before.current;
    before.current = { leftMs, deadline, isHeld };
    const left = (ms: number) => ({ left: timeLeftAloud(ms, speaker, time.hoursAndMinutes) });
    // No time goes by, and what was said before may have to be said again.
    if (isHeld) return setWords("");
    if (last.isHeld) return setWords(speaker.say(time.goesOnAloud, left(leftMs)));
    if (last.deadline > 0 && Math.abs(deadline - last.deadline) > MOVED_DEADLINE_MS) {
      return setWords(speaker.say(time.changedAloud, left(leftMs)));
    }
    const saidMs = timeToAnnounce(last.leftMs, leftMs);
    if (saidMs !== null) setWords(speaker.say(time.leftAloud, left(saidMs)));
  });

  return <p role="status" class="sr-only">{words}</p>;
}

function SavingAloud({ model }: { model: ExamModel }) {
  const { saving } = useWords("examStatus");
  const { speaker } = useSpeech();
  const [words, setWords] = useState("");
  const before = useRef<{ name: SavingName; more: string }>({ name: "saved", more: "" });

  useSignalEffect(() => {
    const { name, text, more } = savingWords(model, saving, speaker);
    // On the way, as it should be: neither is news.
    const last = before.current;
    const isNews = name !== last.name || more !== last.more;
    if (name === "saving" || !isNews || model.link.value.kind === "connecting") return;
    const wasOffline = last.name === "offline" || last.name === "unsavedOffline";
    before.current = { name, more };
    if (name === "saved") setWords(wasOffline ? saving.aloud.savedOnline : saving.aloud.saved);
    else setWords(`${text} ${more}`);
  });

  return <p role="status" class="sr-only">{words}</p>;
}
