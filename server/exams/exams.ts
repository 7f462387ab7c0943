import { z } from "zod";
import { ExamState } from "../../protocol/exam.ts";
import { ExamFields } from "../../protocol/exam_document.ts";
import { isId } from "../store/stored_id.ts";
import { getDocument, putDocument } from "../store/document.ts";
import { keys } from "../store/keys.ts";

/** An exam as it is stored. Roster and staff live under keys of their own. */
export const Exam = z.object({
  examId: z.string(),
  state: ExamState,
  createdAt: z.number(),
  /** Milliseconds since 1970; null for not yet. */
  closedAt: z.number().nullable(),
  document: ExamFields,
});
export type Exam = z.infer<typeof Exam>;

/** How long an exam read from the store is used before it is read again, ms: another process may close it. */
const CACHE_MS = 2_000;

/** The exams of the store, with a short cache: every join, batch and room asks for one. */
export class Exams {
  #kv: Deno.Kv;
  #now: () => number;
  #cache = new Map<string, { exam: Exam; readAt: number }>();

  constructor(kv: Deno.Kv, now: () => number) {
    this.#kv = kv;
    this.#now = now;
  }

  /** The exam, or null. */
  async get(examId: string): Promise<Exam | null> {
    if (!isId(examId)) return null;
    const cached = this.#cache.get(examId);
    if (cached && this.#now() - cached.readAt < CACHE_MS) return cached.exam;
    const stored = await getDocument(this.#kv, keys.exam(examId));
    if (stored === null) return null;
    const exam = Exam.parse(stored.value);
    this.#cache.set(examId, { exam, readAt: this.#now() });
    return exam;
  }

  /** The exam that a code names, or null. Codes are compared without regard to case. */
  async getByCode(code: string): Promise<Exam | null> {
    const parsed = ExamFields.shape.code.safeParse(code);
    if (!parsed.success) return null;
    const entry = await this.#kv.get<string>(keys.examByCode(parsed.data));
    return entry.value === null ? null : await this.get(entry.value);
  }

  /** All exams, in the order of their ids. */
  async *list(): AsyncIterable<Exam> {
    for await (const { key } of this.#kv.list({ prefix: keys.examPrefix() })) {
      const exam = await this.get(String(key[1]));
      if (exam !== null) yield exam;
    }
  }

  /** Attempts of an exam so far. */
  async countAttempts(examId: string): Promise<number> {
    const entry = await this.#kv.get<Deno.KvU64>(keys.attemptCount(examId));
    return entry.value === null ? 0 : Number(entry.value.value);
  }

  /** Closes an exam to new attempts; those under way go on to their deadlines. */
  async close(examId: string): Promise<void> {
    const stored = await getDocument(this.#kv, keys.exam(examId));
    if (stored === null) return;
    const exam = Exam.parse(stored.value);
    const closed: Exam = { ...exam, state: "closed", closedAt: this.#now() };
    await putDocument(this.#kv, keys.exam(examId), closed, stored.versionstamp);
    this.#cache.delete(examId);
  }
}
