import type { Mutation } from "../store/mutation.ts";
import type { SessionRecord } from "../store/session_store.ts";
import type { StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { hashToken, newToken, type TokenSigner } from "./tokens.ts";

/** A session ends when it was not used for this long, ms: a working day. */
export const SESSION_IDLE_MS = 12 * 3_600_000;
/** A session ends this long after it began, used or not, ms: a week of exams. */
export const SESSION_MAX_MS = 7 * 24 * 3_600_000;
/** A use is written down when the last one written is older than this, ms: reads stay reads. */
const TOUCH_AFTER_MS = 5 * 60_000;
/** Sessions of one account; a further one ends the least recently used. */
const MAX_SESSIONS = 20;
const MAX_USER_AGENT_CHARACTERS = 300;

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
    readonly stores: Pick<Stores, "sessions" | "staff" | "commit">,
    readonly now: () => number,
    readonly signer: TokenSigner,
  ) {}

  /**
   * A new session, for a commit which must also check the account that it is for.
   *
   * @param replaces A session that the same browser had: its token ends with the new one's begin.
   */
  async open(
    staffId: string,
    origin: SessionOrigin,
    replaces: string | null,
  ): Promise<{ opened: OpenedSession; mutations: Mutation[] }> {
    const { sessions } = this.stores;
    const now = this.now();
    const mutations: Mutation[] = [];
    const kept = (await this.list(staffId)).filter(({ sessionId }) => sessionId !== replaces);
    for (const { sessionId } of kept.toSorted((a, b) => b.lastUsedAt - a.lastUsedAt).slice(MAX_SESSIONS - 1)) {
      mutations.push(...sessions.remove(staffId, sessionId));
    }
    if (replaces !== null) {
      // The browser's session may have been another account's: its record knows.
      const held = await sessions.get(replaces);
      if (held !== null) mutations.push(...sessions.remove(held.value.staffId, replaces));
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
    mutations.push(...sessions.insert(sessionId, record, SESSION_MAX_MS));
    return { opened: { token: this.signer.sign(token), sessionId, expiresAt: endOf(record) }, mutations };
  }

  /** Id of the session that a signed token names, open or not; null if the signature is not ours. */
  idOf(signedToken: string): string | null {
    const token = this.signer.open(signedToken);
    return token === null ? null : hashToken(token);
  }

  /** The open session of an id and its account in use; null if either is no more. Notes the use. */
  async resolve(sessionId: string): Promise<{ session: Session; account: StaffRecord } | null> {
    const stored = await this.stores.sessions.get(sessionId);
    const now = this.now();
    if (stored === null || endOf(stored.value) <= now) return null;
    const { value: record, versionstamp } = stored;
    const entry = await this.stores.staff.get(record.staffId);
    if (entry === null || entry.record.disabledAt !== null) return null;
    let used = record;
    if (now - record.lastUsedAt > TOUCH_AFTER_MS) {
      used = { ...record, lastUsedAt: now };
      const keepMs = Math.max(1, record.createdAt + SESSION_MAX_MS - now);
      // A session that is ended at this moment does not come back.
      await this.stores.commit(this.stores.sessions.replace(sessionId, versionstamp, used, keepMs));
    }
    return { session: { ...used, sessionId, expiresAt: endOf(used) }, account: entry.record };
  }

  /** Open sessions of an account, newest first. */
  async list(staffId: string): Promise<Session[]> {
    const sessions: Session[] = [];
    for (const sessionId of await this.stores.sessions.idsOf(staffId)) {
      const stored = await this.stores.sessions.get(sessionId);
      if (stored === null || endOf(stored.value) <= this.now()) continue;
      sessions.push({ ...stored.value, sessionId, expiresAt: endOf(stored.value) });
    }
    return sessions.sort((a, b) => b.createdAt - a.createdAt);
  }

  /**
   * Ends one session of an account.
   *
   * @param line Of the audit log, for the same commit.
   * @returns False if the account has no such session: nothing is written.
   */
  async end(staffId: string, sessionId: string, line: Mutation): Promise<boolean> {
    const { sessions, commit } = this.stores;
    if (!await sessions.isOf(staffId, sessionId)) return false;
    await commit([...sessions.remove(staffId, sessionId), line]);
    return true;
  }

  /**
   * The end of all sessions of an account, but for one, for a commit that checks and changes the account: opening a
   * session changes it too, so that none slips in between.
   */
  async endAll(staffId: string, except: string | null): Promise<Mutation[]> {
    const { sessions } = this.stores;
    const ended = (await sessions.idsOf(staffId)).filter((sessionId) => sessionId !== except);
    return ended.flatMap((sessionId) => sessions.remove(staffId, sessionId));
  }
}
