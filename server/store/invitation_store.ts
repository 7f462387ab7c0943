import { z } from "zod";
import { StaffRole } from "../../protocol/exam.ts";
import { check, type Mutation, remove, set } from "./mutation.ts";
import { getStored, type Versioned } from "./stored_value.ts";

/** An invitation as stored, under the hash of its token. */
export const InvitationRecord = z.object({
  username: z.string(),
  role: StaffRole,
  examIds: z.array(z.string()),
  createdAt: z.number(),
  expiresAt: z.number(),
});
export type InvitationRecord = z.infer<typeof InvitationRecord>;

const keyOf = (tokenHash: string): Deno.KvKey => ["invitation", tokenHash];

/** Invitations that nobody has accepted yet. */
export class InvitationStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  get(tokenHash: string): Promise<Versioned<InvitationRecord> | null> {
    return getStored(this.#kv, InvitationRecord, keyOf(tokenHash));
  }

  /** @param keepMs After so long the store may forget it, ms. */
  insert(tokenHash: string, record: InvitationRecord, keepMs: number): Mutation[] {
    return [set(keyOf(tokenHash), record, keepMs)];
  }

  /** Uses up the invitation that was read at `versionstamp`; fails where somebody was faster. */
  take(tokenHash: string, versionstamp: string): Mutation[] {
    return [check(keyOf(tokenHash), versionstamp), remove(keyOf(tokenHash))];
  }
}
