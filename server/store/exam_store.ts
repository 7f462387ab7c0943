import { z } from "zod";
import { ExamState } from "../../protocol/exam.ts";
import { ExamFields } from "../../protocol/exam_document.ts";
import { type DocumentChange, Documents } from "./documents.ts";
import { type Check, check, type Mutation, remove, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { getStored, type Versioned } from "./stored_value.ts";

/** An exam as it is stored. Roster and staff live under keys of their own. */
export const Exam = z.object({
  examId: z.string(),
  state: ExamState,
  createdAt: z.number(),
  /** Milliseconds since 1970; null for not yet. */
  closedAt: z.number().nullable(),
  /** Milliseconds since 1970; absent while it stands in the list. */
  archivedAt: z.number().optional(),
  /** Of the document, from 1; absent while it is as it was made. */
  revision: z.int().min(1).optional(),
  /** Who wrote the revision, and when, ms since 1970; absent while it is as it was made. */
  revisedBy: z.string().optional(),
  revisedAt: z.number().optional(),
  document: ExamFields,
});
export type Exam = z.infer<typeof Exam>;

/** Revision of an exam's document. */
export function revisionOf({ revision = 1 }: Pick<Exam, "revision">): number {
  return revision;
}

/** Where it stands that pages of an origin may watch an exam: whoever reads it asks the exam itself. */
const embedKey = (origin: string, examId: string): Deno.KvKey => ["exam_by_embed_origin", origin, examId];

const codeKey = (code: string): Deno.KvKey => ["exam_by_code", code];

/** Exams, by their ids and by their codes. */
export class ExamStore {
  readonly #kv: Deno.Kv;
  readonly #documents: Documents<typeof Exam>;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
    this.#documents = new Documents(kv, "exam", Exam);
  }

  async get(examId: string): Promise<Versioned<Exam> | null> {
    return isId(examId) ? await this.#documents.get(examId) : null;
  }

  /** Id of the exam of a code, or null. @param code As the schema writes it: upper case. */
  async idOfCode(code: string): Promise<string | null> {
    return (await getStored(this.#kv, z.string(), codeKey(code)))?.value ?? null;
  }

  /** Ids of exams that name an origin, a draft as well. */
  async *idsOfEmbedOrigin(origin: string): AsyncGenerator<string> {
    for await (const { key } of this.#kv.list({ prefix: ["exam_by_embed_origin", origin] })) yield String(key[2]);
  }

  /** Removes the marks of origins that an exam named and names no more. */
  forgetEmbedOrigins(before: Exam, after: Exam): Mutation[] {
    const named = new Set(after.document.policy.embed_origins);
    const dropped = (before.document.policy.embed_origins ?? []).filter((origin) => !named.has(origin));
    return dropped.map((origin) => remove(embedKey(origin, before.examId)));
  }

  /** Ids of all exams, in their order. */
  ids(): AsyncGenerator<string> {
    return this.#documents.ids();
  }

  /** Adds a new exam; fails where its code is taken. */
  insert(exam: Exam): Mutation[] {
    const byCode = codeKey(exam.document.code);
    return [
      check(byCode, null),
      set(byCode, exam.examId),
      ...embedMarks(exam),
      ...this.#documents.put(exam.examId, exam).mutations,
    ];
  }

  /** Requires that there is no exam of an id. */
  absent(examId: string): Check {
    return check(this.#documents.keyOf(examId), null);
  }

  /** Requires that an exam still is as it was read. */
  unchanged(examId: string, versionstamp: string): Check {
    return check(this.#documents.keyOf(examId), versionstamp);
  }

  /** Puts another exam in the place of the one that was read at `versionstamp`; its code stays. */
  replace(versionstamp: string, exam: Exam): DocumentChange {
    const change = this.#documents.put(exam.examId, exam);
    const mutations = [this.unchanged(exam.examId, versionstamp), ...embedMarks(exam), ...change.mutations];
    return { ...change, mutations };
  }

  /** Gives the code of an exam that is changed in the same atomic to another one; fails where the new code is taken. */
  moveCode(examId: string, from: string, to: string): Mutation[] {
    return [check(codeKey(to), null), set(codeKey(to), examId), remove(codeKey(from))];
  }
}

function embedMarks({ examId, document }: Exam): Mutation[] {
  return (document.policy.embed_origins ?? []).map((origin) => set(embedKey(origin, examId), true));
}
