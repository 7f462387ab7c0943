import { keys } from "../store/keys.ts";
import type { StaffRecord, StaffStore } from "./staff_store.ts";
import { hashToken, isId, newToken, type TokenSigner } from "./tokens.ts";

/** A session ends when it was not used for this long, ms: a working day. */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** A session ends this long after it began, used or not, ms: a week of exams. */
export const SESSION_MAX_MS = 7 * 24 * 3_600_000;
/** A use is written down when the last one written is older than this, ms: reads stay reads. */
const TOUCH_AFTER_MS = 5 * 60_000;
/** Sessions of one account; a further one ends the least recently used. */
const MAX_SESSIONS = 20;
const MAX_USER_AGENT_CHARACTERS = 300;

/** A session as stored, under the hash of its token. */
export interface SessionRecord {
  staffId: string;
  createdAt: number;
  lastUsedAt: number;
  address: string;
  userAgent: string;
}

/** A session with its id, which is the token's hash: it names the session and opens nothing. */
export interface Session extends SessionRecord {
  sessionId: string;
  /** Server time, ms: when it ends if it is not used again. */
  expiresAt: number;
}

/** Where a session is opened from. */
export interface SessionOrigin {
  address: string;
  userAgent: string;
}

/** A session that was just opened: the only moment at which its token is known. */
export interface OpenedSession {
  /** Signed; for the cookie, and as bearer for machines. */
  token: string;
  sessionId: string;
  expiresAt: number;
}

function endOf(record: SessionRecord): number {
  return Math.min(record.lastUsedAt + SESSION_IDLE_MS, record.createdAt + SESSION_MAX_MS);
}

/** Sessions of staff: opened, resolved, listed, ended. Stored by hash, so that a copy of the store opens none. */
export class Sessions {
  constructor(
    readonly kv: Deno.Kv,
    readonly now: () => number,
    readonly staff: StaffStore,
    readonly signer: TokenSigner,
  ) {}

  /**
   * Adds a new session to a commit, which must also check the account that it is for.
   *
   * @param replaces A session that the same browser had: its token ends with the new one's begin.
   */
  async open(
    atomic: Deno.AtomicOperation,
    staffId: string,
    origin: SessionOrigin,
    replaces: string | null,
  ): Promise<OpenedSession> {
    const now = this.now();
    const kept = (await this.list(staffId)).filter(({ sessionId }) => sessionId !== replaces);
    for (const { sessionId } of kept.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt).slice(MAX_SESSIONS - 1)) {
      this.#end(atomic, staffId, sessionId);
    }
    if (replaces !== null) {
      // The browser's session may have been another account's: its record knows.
      const { value } = await this.kv.get<SessionRecord>(keys.session(replaces));
      if (value !== null) this.#end(atomic, value.staffId, replaces);
    }
    const token = newToken();
    const sessionId = hashToken(token);
    const record: SessionRecord = {
      staffId,
      createdAt: now,
      lastUsedAt: now,
      address: origin.address,
      userAgent: origin.userAgent.slice(0, MAX_USER_AGENT_CHARACTERS),
    };
    atomic.set(keys.session(sessionId), record, { expireIn: SESSION_MAX_MS });
    atomic.set(keys.sessionByStaff(staffId, sessionId), true, { expireIn: SESSION_MAX_MS });
    return { token: this.signer.sign(token), sessionId, expiresAt: endOf(record) };
  }

  /** Id of the session that a signed token names, open or not; null if the signature is not ours. */
  idOf(signedToken: string): string | null {
    const token = this.signer.open(signedToken);
    return token === null ? null : hashToken(token);
  }

  /** The open session of an id and its account in use; null if either is no more. Notes the use. */
  async resolve(sessionId: string): Promise<{ session: Session; account: StaffRecord } | null> {
    const key = keys.session(sessionId);
    const { value: record, versionstamp } = await this.kv.get<SessionRecord>(key);
    const now = this.now();
    if (record === null || endOf(record) <= now) return null;
    const entry = await this.staff.get(record.staffId);
    if (entry === null || entry.record.disabledAt !== null) return null;
    let used = record;
    if (now - record.lastUsedAt > TOUCH_AFTER_MS) {
      used = { ...record, lastUsedAt: now };
      const expireIn = Math.max(1, record.createdAt + SESSION_MAX_MS - now);
      // The check keeps a session that is ended at this moment from coming back.
      await this.kv.atomic().check({ key, versionstamp }).set(key, used, { expireIn }).commit();
    }
    return { session: { ...used, sessionId, expiresAt: endOf(used) }, account: entry.record };
  }

  /** Open sessions of an account, newest first. */
  async list(staffId: string): Promise<Session[]> {
    const sessions: Session[] = [];
    for await (const { key } of this.kv.list({ prefix: keys.sessionsByStaffPrefix(staffId) })) {
      const sessionId = String(key.at(-1));
      const { value } = await this.kv.get<SessionRecord>(keys.session(sessionId));
      if (value === null || endOf(value) <= this.now()) continue;
      sessions.push({ ...value, sessionId, expiresAt: endOf(value) });
    }
    return sessions.sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Adds the end of one session to a commit. False if the account has no such session: nothing is added. */
  async end(atomic: Deno.AtomicOperation, staffId: string, sessionId: string): Promise<boolean> {
    if (!isId(sessionId)) return false;
    const { value } = await this.kv.get(keys.sessionByStaff(staffId, sessionId));
    if (value === null) return false;
    this.#end(atomic, staffId, sessionId);
    return true;
  }

  /**
   * Adds the end of all sessions of an account, but for one, to a commit that checks and changes the account:
   * opening a session changes it too, so that none slips in between.
   */
  async endAll(atomic: Deno.AtomicOperation, staffId: string, except: string | null): Promise<void> {
    for await (const { key } of this.kv.list({ prefix: keys.sessionsByStaffPrefix(staffId) })) {
      const sessionId = String(key.at(-1));
      if (sessionId !== except) this.#end(atomic, staffId, sessionId);
    }
  }

  #end(atomic: Deno.AtomicOperation, staffId: string, sessionId: string): void {
    atomic.delete(keys.session(sessionId)).delete(keys.sessionByStaff(staffId, sessionId));
  }
}
