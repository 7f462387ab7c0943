import type { AlikeAnswers } from "../../protocol/alike.ts";
import { Refusal } from "../errors.ts";
import type { ExamAnswers } from "./exam_answers.ts";

/** What a thread is given. */
export interface CompareTask {
  exam: ExamAnswers;
  withinMs: number;
}

/** What it says: the comparison, or `late`, or a fault of ours. */
export type Compared = { answers: AlikeAnswers } | { problem: string };

/** How much longer than its own bound a thread is waited for, ms. */
const PATIENCE_MS = 5_000;

/**
 * Compares an exam's answers in a thread of its own, which is gone when this ends: the server goes on meanwhile.
 *
 * @throws {Refusal} `unavailable` where it takes longer than `withinMs`, or no thread can be started here.
 */
export async function compareInThread(exam: ExamAnswers, withinMs: number): Promise<AlikeAnswers> {
  const { promise, resolve, reject } = Promise.withResolvers<Compared>();
  let thread: Worker;
  try {
    thread = new Worker(new URL("./alike_thread.ts", import.meta.url), { type: "module" });
  } catch {
    throw new Refusal("unavailable", "no_threads_here");
  }
  const late = setTimeout(() => resolve({ problem: "late" }), withinMs + PATIENCE_MS);
  thread.addEventListener("message", ({ data }: MessageEvent<Compared>) => resolve(data));
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    reject(new Error(`A thread that compares answers failed: ${event.message}`));
  });
  try {
    const task: CompareTask = { exam, withinMs };
    thread.postMessage(task);
    const compared = await promise;
    if ("answers" in compared) return compared.answers;
    if (compared.problem === "late") throw new Refusal("unavailable", "comparing_takes_long");
    throw new Error(`Answers could not be compared: ${compared.problem}`);
  } finally {
    clearTimeout(late);
    thread.terminate();
  }
}
