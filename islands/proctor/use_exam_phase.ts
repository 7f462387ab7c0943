import { useEffect, useState } from "preact/hooks";
import type { ExamState } from "../../protocol/exam.ts";
import { type ExamPhase, examPhase } from "../../protocol/exam_phase.ts";
import { momentText } from "../../words/times.ts";
import { useSpeech } from "../components/speech.tsx";

/** How often it is looked whether an exam has opened or closed, ms. */
const LOOK_EVERY_MS = 10_000;

interface TimedExam {
  state: ExamState;
  opens_at: string | null;
  closes_at: string | null;
}

/** How exams stand, as time goes on: the phase, and the moment that goes with it. */
export function useExamPhase(): (exam: TimedExam) => { phase: ExamPhase; at: string } {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { speaker } = useSpeech();
  return (exam) => {
    const phase = examPhase(exam, now);
    const moment = phase === "upcoming" ? exam.opens_at : phase === "over" ? exam.closes_at : null;
    return { phase, at: moment === null ? "" : momentText(speaker, Date.parse(moment)) };
  };
}
