import { LRU } from "tiny-lru";
import { ExamFields } from "../../protocol/exam_document.ts";
import { Refusal } from "../errors.ts";
import { type Exam, revisionOf } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { ExamFigureReader, type ExamFigures } from "./exam_figures.ts";

/** How long an exam read from the store is used before it is read again, ms: another process may close it. */
const CACHE_MS = 2_000;

/** Replaced documents that are kept in memory, at most: one is some 700 kB where it is as large as it may be. */
const MOST_REVISIONS = 64;

type ExamStores = Pick<Stores, "exams" | "examAttempts" | "examRevisions" | "attempts">;

/** The exams of the store, with a short cache: every join, batch and room asks for one. */
export class Exams {
  readonly #stores: ExamStores;
  #now: () => number;
  #cache = new Map<string, { exam: Exam; versionstamp: string; readAt: number }>();
  readonly #figures: ExamFigureReader;
  #revisions = new LRU<Exam>(MOST_REVISIONS);

  constructor(stores: ExamStores, now: () => number) {
    this.#stores = stores;
    this.#now = now;
    this.#figures = new ExamFigureReader(stores, now);
  }

  /**
   * The exam, or null.
   *
   * @param revision The exam with its document as of this revision, as an attempt has it that was begun under it; the newest
   * when absent. One that was never replaced while somebody sat the exam is not kept: then the newest stands for it.
   */
  async get(examId: string, revision?: number): Promise<Exam | null> {
    const newest = await this.#newest(examId);
    if (newest === null || revision === undefined || revisionOf(newest) === revision) return newest;
    return await this.#replaced(newest, revision) ?? await this.#reread(examId);
  }

  /** The exam as it is now. @throws {Refusal} `not_found` */
  async require(examId: string): Promise<Exam> {
    const exam = await this.get(examId);
    if (exam === null) throw new Refusal("not_found", "no_such_exam");
    return exam;
  }

  /** The exam with a document that was replaced, or null where that is not kept. */
  async #replaced(newest: Exam, revision: number): Promise<Exam | null> {
    const key = `${newest.examId}.${revision}`;
    const known = this.#revisions.get(key);
    if (known?.state === newest.state) return known;
    const stored = await this.#stores.examRevisions.get(newest.examId, revision);
    if (stored === null) return null;
    const exam = { ...newest, revision, document: known?.document ?? stored.document };
    this.#revisions.set(key, exam);
    return exam;
  }

  /** Another instance may have changed the exam since it was read here. */
  async #reread(examId: string): Promise<Exam | null> {
    this.forget(examId);
    return await this.#newest(examId);
  }

  async #newest(examId: string): Promise<Exam | null> {
    const cached = this.#cache.get(examId);
    if (cached && this.#now() - cached.readAt < CACHE_MS) return cached.exam;
    const stored = await this.#stores.exams.get(examId);
    if (stored === null) {
      this.#cache.delete(examId);
      return null;
    }
    // What is made of an exam (hashes, papers, keyed questions) is kept with the object: it stays the same one until it changes,
    // for those as well who asked at the same time, as a whole hall does that comes back.
    const { versionstamp } = stored;
    const known = this.#cache.get(examId);
    const exam = known?.versionstamp === versionstamp ? known.exam : stored.value;
    this.#cache.set(examId, { exam, versionstamp, readAt: this.#now() });
    return exam;
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

  /** How many attempts of an exam are under way, and what of it waits for a reviewer. @param attempts Those that have begun. */
  figuresOf(exam: Pick<Exam, "examId" | "document">, attempts: number): Promise<ExamFigures> {
    return this.#figures.of(exam, attempts);
  }

  /** Counts an exam's figures anew when they are next asked for: its review went on. */
  forgetFigures(examId: string): void {
    this.#figures.forget(examId);
  }

  /** Reads an exam anew when it is next asked for: it was changed. What was made of it stays where it was not. */
  forget(examId: string): void {
    const cached = this.#cache.get(examId);
    if (cached !== undefined) cached.readAt = -Infinity;
  }
}
