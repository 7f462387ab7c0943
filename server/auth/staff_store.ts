import type { StaffRole } from "../../protocol/exam.ts";
import { Refusal } from "../errors.ts";
import { keys } from "../store/keys.ts";
import { isId } from "./tokens.ts";

/** A second factor that was confirmed. */
export interface TotpRecord {
  secret: string;
  /** Step of the last accepted code: none is accepted twice. */
  lastStep: number;
}

/** An account of staff, as stored. */
export interface StaffRecord {
  staffId: string;
  /** Lower case; unique. */
  username: string;
  role: StaffRole;
  /** PHC string. */
  password: string;
  mustChangePassword: boolean;
  /** Server time in ms since when nobody signs in; null for an account in use. */
  disabledAt: number | null;
  createdAt: number;
  lastLoginAt: number | null;
  totp: TotpRecord | null;
  /** Secret of a set-up that was begun and not confirmed. */
  pendingTotp: string | null;
  /** Networks that the owner signed in from, newest first: what slows down strangers does not slow them down. */
  knownAddresses: string[];
  /** Hash of the environment's password that was last made this account's, for the first account alone. */
  environmentPassword: string | null;
}

/** A record together with the version that it was read at. */
export interface StaffEntry {
  record: StaffRecord;
  versionstamp: string;
}

/** Tries of a change that other writers keep getting in before. */
const MAX_TRIES = 50;

/** The one spelling of an account's name. */
export function normalUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** Reads and writes accounts. */
export class StaffStore {
  constructor(readonly kv: Deno.Kv) {}

  async get(staffId: string): Promise<StaffEntry | null> {
    if (!isId(staffId)) return null;
    const { value, versionstamp } = await this.kv.get<StaffRecord>(keys.staff(staffId));
    return value === null ? null : { record: value, versionstamp };
  }

  async byName(username: string): Promise<StaffEntry | null> {
    const { value: staffId } = await this.kv.get<string>(keys.staffByName(normalUsername(username)));
    return staffId === null ? null : await this.get(staffId);
  }

  /** All accounts, by name. */
  async list(): Promise<StaffRecord[]> {
    const records: StaffRecord[] = [];
    for await (const { value } of this.kv.list<StaffRecord>({ prefix: keys.staffPrefix() })) records.push(value);
    return records.sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  /** Adds a new account to a commit; the commit fails if its name is taken. */
  insert(atomic: Deno.AtomicOperation, record: StaffRecord): Deno.AtomicOperation {
    const byName = keys.staffByName(record.username);
    return atomic
      .check({ key: byName, versionstamp: null })
      .set(byName, record.staffId)
      .set(keys.staff(record.staffId), record);
  }

  /**
   * Changes an account: `decide` is asked with the record as it is, adds what else is to change to the commit, and
   * says what the record becomes. It is asked again if somebody else was faster, so it judges afresh each time.
   *
   * @throws {Refusal} What `decide` throws; `not_found` if there is no such account; `unavailable` if others keep
   * changing it.
   */
  async change(
    staffId: string,
    decide: (record: StaffRecord, atomic: Deno.AtomicOperation) => Promise<StaffRecord> | StaffRecord,
  ): Promise<StaffRecord> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const entry = await this.get(staffId);
      if (entry === null) throw new Refusal("not_found", "There is no such account.");
      const key = keys.staff(staffId);
      const atomic = this.kv.atomic().check({ key, versionstamp: entry.versionstamp });
      const next = await decide(entry.record, atomic);
      if ((await atomic.set(key, next).commit()).ok) return next;
    }
    throw new Refusal("unavailable", "This account is being changed by others. Try again in a moment.");
  }
}
