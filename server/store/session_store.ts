import { z } from "zod";
import { check, type Mutation, remove, set } from "./mutation.ts";
import { getStored, listNames, type Versioned } from "./stored_value.ts";
import { isId } from "./stored_id.ts";

/** A session as stored, under the hash of its token. */
export const SessionRecord = z.object({
  staffId: z.string(),
  createdAt: z.number(),
  lastUsedAt: z.number(),
  address: z.string(),
  userAgent: z.string(),
});
export type SessionRecord = z.infer<typeof SessionRecord>;

export const sessionKey = (sessionId: string): Deno.KvKey => ["session", sessionId];
const ofStaffKey = (staffId: string, sessionId: string): Deno.KvKey => ["session_by_staff", staffId, sessionId];

/** Sessions of staff, by id and by account. */
export class SessionStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  get(sessionId: string): Promise<Versioned<SessionRecord> | null> {
    return getStored(this.#kv, SessionRecord, sessionKey(sessionId));
  }

  /** Ids of an account's sessions; one that has expired may still be among them. */
  idsOf(staffId: string): Promise<string[]> {
    return listNames(this.#kv, ["session_by_staff", staffId]);
  }

  /** Whether a session is an account's. */
  async isOf(staffId: string, sessionId: string): Promise<boolean> {
    return isId(sessionId) && (await this.#kv.get(ofStaffKey(staffId, sessionId))).versionstamp !== null;
  }

  /** @param keepMs After so long the store may forget it, ms. */
  insert(sessionId: string, record: SessionRecord, keepMs: number): Mutation[] {
    return [
      set(sessionKey(sessionId), record, keepMs),
      set(ofStaffKey(record.staffId, sessionId), true, keepMs),
    ];
  }

  /** Puts another record in the place of the one that was read at `versionstamp`; fails where it has ended since. */
  replace(sessionId: string, versionstamp: string, record: SessionRecord, keepMs: number): Mutation[] {
    return [check(sessionKey(sessionId), versionstamp), set(sessionKey(sessionId), record, keepMs)];
  }

  remove(staffId: string, sessionId: string): Mutation[] {
    return [remove(sessionKey(sessionId)), remove(ofStaffKey(staffId, sessionId))];
  }
}
