import { z } from "zod";
import { Documents } from "./documents.ts";
import { Exam } from "./exam_store.ts";
import { check, type Mutation } from "./mutation.ts";
import { isId } from "./stored_id.ts";

/** A document of an exam that another one has replaced, with who wrote it and when. */
export const ExamRevision = Exam.pick({
  examId: true,
  createdAt: true,
  revisedBy: true,
  revisedAt: true,
  document: true,
})
  .extend({ revision: z.int().min(1) });
export type ExamRevision = z.infer<typeof ExamRevision>;

const idOf = (examId: string, revision: number): string => `${examId}.${revision}`;

/** Documents of exams that attempts may have been begun under and that were replaced since, by exam and revision. */
export class ExamRevisionStore {
  readonly #documents: Documents<typeof ExamRevision>;

  constructor(kv: Deno.Kv) {
    this.#documents = new Documents(kv, "exam_revision", ExamRevision);
  }

  async get(examId: string, revision: number): Promise<ExamRevision | null> {
    if (!isId(examId)) return null;
    return (await this.#documents.get(idOf(examId, revision)))?.value ?? null;
  }

  /** Keeps a document; fails where it is kept already. */
  insert(revision: ExamRevision): Mutation[] {
    const id = idOf(revision.examId, revision.revision);
    return [check(this.#documents.keyOf(id), null), ...this.#documents.put(id, revision).mutations];
  }
}
