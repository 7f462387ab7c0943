/**
 * The thread that an exam's answers are compared in. It looks at the time itself: an engine need not let a thread be ended that
 * never rests.
 *
 * @module
 */
import { compareExam } from "./compare_exam.ts";
import type { Compared, CompareTask } from "./compare_in_thread.ts";

self.addEventListener("message", ({ data }: MessageEvent<CompareTask>) => {
  const until = performance.now() + data.withinMs;
  const tick = () => {
    if (performance.now() > until) throw new RangeError("Cannot compare so many answers in this time");
  };
  self.postMessage(told(data, tick));
});

function told({ exam }: CompareTask, tick: () => void): Compared {
  try {
    return { answers: compareExam(exam, tick) };
  } catch (error) {
    return { problem: error instanceof RangeError ? "late" : String(error) };
  }
}
