import { z } from "zod";
import { AuditEntry } from "../../protocol/staff.ts";
import { Documents } from "./documents.ts";
import { type Check, check, type Mutation, remove } from "./mutation.ts";
import { StaffRecord } from "./staff_store.ts";
import type { Versioned } from "./stored_value.ts";

/**
 * An exam that is being published. It stands before the first line of the roster is written and goes with the last
 * account that is made: whoever finds one knows what a process that was killed has left, and what is still to be done.
 */
export const Publication = z.object({
  examId: z.string(),
  beganAt: z.number(),
  /** Accounts that work on the exam, as they are to be made where there is none of the name. */
  staff: z.array(StaffRecord),
  /** Who publishes it, for the audit log's lines. */
  actor: z.object({
    who: z.string(),
    role: AuditEntry.shape.role,
    from: z.string().nullable(),
    requestId: z.string().nullable(),
  }),
});
export type Publication = z.infer<typeof Publication>;

/** Exams that are being published. */
export class PublicationStore {
  readonly #documents: Documents<typeof Publication>;

  constructor(kv: Deno.Kv) {
    this.#documents = new Documents(kv, "publication", Publication);
  }

  get(examId: string): Promise<Versioned<Publication> | null> {
    return this.#documents.get(examId);
  }

  /** Ids of the exams that are being published. */
  ids(): AsyncGenerator<string> {
    return this.#documents.ids();
  }

  insert(publication: Publication): Mutation[] {
    const { examId } = publication;
    return [check(this.#documents.keyOf(examId), null), ...this.#documents.put(examId, publication).mutations];
  }

  /** Requires that nobody took the publication down since it was read, or written. */
  unchanged(examId: string, versionstamp: string): Check {
    return check(this.#documents.keyOf(examId), versionstamp);
  }

  /** Takes the publication that was read at `versionstamp` down; {@link tidy} removes the rest of it. */
  remove(examId: string, versionstamp: string): Mutation[] {
    return [this.unchanged(examId, versionstamp), remove(this.#documents.keyOf(examId))];
  }

  /** Removes whatever a publication that was taken down has left. */
  async tidy(examId: string): Promise<void> {
    await this.#documents.remove(examId);
  }
}
