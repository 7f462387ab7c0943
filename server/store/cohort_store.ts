import { z } from "zod";
import { CohortSummary } from "../../protocol/log_entry.ts";
import { commitInGroups } from "./commit_in_groups.ts";
import { type DocumentChange, Documents } from "./documents.ts";
import { type Mutation, remove, set } from "./mutation.ts";
import { parseStored } from "./stored_value.ts";

/** Features of one attempt, by name; null for not enough data. */
export const MemberFeatures = z.record(z.string(), z.number().nullable());
export type MemberFeatures = z.infer<typeof MemberFeatures>;

const memberKey = (examId: string, attemptId: string): Deno.KvKey => ["cohort_member", examId, attemptId];

/** Summaries of exams' cohorts, and what each attempt adds to its exam's. */
export class CohortStore {
  readonly #kv: Deno.Kv;
  readonly #summaries: Documents<typeof CohortSummary>;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
    this.#summaries = new Documents(kv, "cohort", CohortSummary);
  }

  async getSummary(examId: string): Promise<CohortSummary | null> {
    return (await this.#summaries.get(examId))?.value ?? null;
  }

  putSummary(examId: string, summary: CohortSummary): DocumentChange {
    return this.#summaries.put(examId, summary);
  }

  /** Features of every attempt of an exam that left some. */
  listMembers(examId: string): Promise<MemberFeatures[]> {
    return Array.fromAsync(
      this.#kv.list({ prefix: ["cohort_member", examId] }),
      ({ key, value }) => parseStored(MemberFeatures, key, value),
    );
  }

  /** Writes what attempts add, in few atomics. */
  async putMembers(examId: string, members: Iterable<readonly [attemptId: string, MemberFeatures]>): Promise<void> {
    const writes = Array.from(members, ([attemptId, features]) => set(memberKey(examId, attemptId), features));
    await commitInGroups(this.#kv, writes);
  }

  removeMember(examId: string, attemptId: string): Mutation {
    return remove(memberKey(examId, attemptId));
  }
}
