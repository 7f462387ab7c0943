import { ExamFields } from "../../protocol/exam_document.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";

/** How long an exam read from the store is used before it is read again, ms: another process may close it. */
const CACHE_MS = 2_000;

type ExamStores = Pick<Stores, "exams" | "examAttempts">;

/** The exams of the store, with a short cache: every join, batch and room asks for one. */
export class Exams {
  readonly #stores: ExamStores;
  #now: () => number;
  #cache = new Map<string, { exam: Exam; readAt: number }>();

  constructor(stores: ExamStores, now: () => number) {
    this.#stores = stores;
    this.#now = now;
  }

  /** The exam, or null. */
  async get(examId: string): Promise<Exam | null> {
    const cached = this.#cache.get(examId);
    if (cached && this.#now() - cached.readAt < CACHE_MS) return cached.exam;
    const stored = await this.#stores.exams.get(examId);
    if (stored === null) return null;
    this.#cache.set(examId, { exam: stored.value, readAt: this.#now() });
    return stored.value;
  }

  /** The exam that a code names, or null. Codes are compared without regard to case. */
  async getByCode(code: string): Promise<Exam | null> {
    const parsed = ExamFields.shape.code.safeParse(code);
    if (!parsed.success) return null;
    const examId = await this.#stores.exams.idOfCode(parsed.data);
    return examId === null ? null : await this.get(examId);
  }

  /** All exams, in the order of their ids. */
  async *list(): AsyncIterable<Exam> {
    for await (const examId of this.#stores.exams.ids()) {
      const exam = await this.get(examId);
      if (exam !== null) yield exam;
    }
  }

  /** Attempts of an exam so far. */
  async countAttempts(examId: string): Promise<number> {
    return (await this.#stores.examAttempts.count(examId)).attempts;
  }

  /** Reads an exam anew when it is next asked for: it was changed. */
  forget(examId: string): void {
    this.#cache.delete(examId);
  }
}
