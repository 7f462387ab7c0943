import type { AlikeAnswers } from "../../protocol/alike.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { Refusal } from "../errors.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import { compareInThread } from "./compare_in_thread.ts";
import { type ExamAnswers, examAnswers } from "./exam_answers.ts";

/** Attempts that are compared with each other, at most: their pairs are half of its square. */
export const MOST_COMPARED = 2_000;

/** How long a comparison may take, ms. */
const WITHIN_MS = 60_000;

/** Exams that are compared at once, at most: each takes a core. */
const MOST_AT_ONCE = 1;

/** Exams whose last comparison is kept. */
const MOST_KEPT = 8;

/** When to ask again where another exam is being compared, s. */
const ASK_AGAIN_SECONDS = 15;

type Compare = (exam: ExamAnswers, withinMs: number) => Promise<AlikeAnswers>;

/**
 * Comparisons of exams' answers, made when somebody asks. Of an exam at most one runs at a time: whoever asks meanwhile is
 * answered by it. One is kept as long as nothing in the exam has moved. Nothing is written: no score knows of it.
 */
export class Comparisons {
  readonly #attempts: Attempts;
  readonly #compare: Compare;
  readonly #running = new Map<string, Promise<AlikeAnswers>>();
  readonly #kept = new Map<string, { state: string; answers: AlikeAnswers }>();

  /** @param compare Where it is done: in a thread, as long as nothing else is said. */
  constructor(attempts: Attempts, compare: Compare = compareInThread) {
    this.#attempts = attempts;
    this.#compare = compare;
  }

  /** @throws {Refusal} `too_large` for too many attempts, `unavailable` where another exam is compared or it takes too long. */
  async of(exam: Exam): Promise<AlikeAnswers> {
    const { examId } = exam;
    const running = this.#running.get(examId);
    if (running !== undefined) return await running;
    if (this.#running.size >= MOST_AT_ONCE) {
      throw new Refusal("unavailable", "comparing_another", { retryAfterSeconds: ASK_AGAIN_SECONDS });
    }
    const work = this.#work(exam).finally(() => this.#running.delete(examId));
    this.#running.set(examId, work);
    return await work;
  }

  async #work(exam: Exam): Promise<AlikeAnswers> {
    const { examId } = exam;
    const state = await this.#stateOf(exam);
    const kept = this.#kept.get(examId);
    if (kept?.state === state) return kept.answers;
    this.#kept.delete(examId);
    const answers = await this.#compare(await examAnswers(this.#attempts, exam), WITHIN_MS);
    this.#kept.set(examId, { state, answers });
    for (const oldest of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(oldest);
    return answers;
  }

  /** What a comparison stands on: the exam's revision, and how far each attempt that is over has come. */
  async #stateOf(exam: Exam): Promise<string> {
    const { examAttempts, attempts } = this.#attempts.stores;
    const stored = await attempts.getMany(await Array.fromAsync(examAttempts.list(exam.examId)));
    const over = stored.filter(({ head }) => isOver(head.state) && head.isRemoved !== true);
    if (over.length > MOST_COMPARED) {
      throw new Refusal("too_large", { key: "too_many_to_compare", values: { most: MOST_COMPARED } });
    }
    return [revisionOf(exam), ...over.map(({ record, versionstamp }) => `${record.attemptId}:${versionstamp}`)].join(
      " ",
    );
  }
}
