import { z } from "zod";
import { StaffRole } from "../../protocol/exam.ts";
import { type Check, check, type Mutation, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { getStored, parseStored } from "./stored_value.ts";

/** An account of staff, as stored. */
export const StaffRecord = z.object({
  staffId: z.string(),
  /** Lower case; unique. */
  username: z.string(),
  role: StaffRole,
  /** PHC string. */
  password: z.string(),
  mustChangePassword: z.boolean(),
  /** Server time in ms since when nobody signs in; null for an account in use. */
  disabledAt: z.number().nullable(),
  createdAt: z.number(),
  lastLoginAt: z.number().nullable(),
  /** A second factor that was confirmed. No code of `lastStep` or before is accepted again. */
  totp: z.object({ secret: z.string(), lastStep: z.number() }).nullable(),
  /** Secret of a set-up that was begun and not confirmed. */
  pendingTotp: z.string().nullable(),
  /** Networks that the owner signed in from, newest first: what slows down strangers does not slow them down. */
  knownAddresses: z.array(z.string()),
  /** Hash of the environment's password that was last made this account's, for the first account alone. */
  environmentPassword: z.string().nullable(),
});
export type StaffRecord = z.infer<typeof StaffRecord>;

/** A record together with the version that it was read at. */
export interface StaffEntry {
  record: StaffRecord;
  versionstamp: string;
}

export const staffKey = (staffId: string): Deno.KvKey => ["staff", staffId];
const nameKey = (username: string): Deno.KvKey => ["staff_by_name", username];

/** The one spelling of an account's name. */
export function normalUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** Accounts of staff, by id and by name. */
export class StaffStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  async get(staffId: string): Promise<StaffEntry | null> {
    if (!isId(staffId)) return null;
    const stored = await getStored(this.#kv, StaffRecord, staffKey(staffId));
    return stored === null ? null : { record: stored.value, versionstamp: stored.versionstamp };
  }

  async byName(username: string): Promise<StaffEntry | null> {
    const staffId = await getStored(this.#kv, z.string(), nameKey(normalUsername(username)));
    return staffId === null ? null : await this.get(staffId.value);
  }

  /** All accounts, by name. */
  async list(): Promise<StaffRecord[]> {
    const records = await Array.fromAsync(
      this.#kv.list({ prefix: ["staff"] }),
      ({ key, value }) => parseStored(StaffRecord, key, value),
    );
    return records.sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  /** Adds a new account; fails where its name is taken. */
  insert(record: StaffRecord): Mutation[] {
    const byName = nameKey(record.username);
    return [check(byName, null), set(byName, record.staffId), set(staffKey(record.staffId), record)];
  }

  /** Requires that an account still is as it was read. */
  unchanged({ record, versionstamp }: StaffEntry): Check {
    return check(staffKey(record.staffId), versionstamp);
  }

  /** Puts another record in the place of the one that was read; its name stays. */
  replace(entry: StaffEntry, record: StaffRecord): Mutation[] {
    return [this.unchanged(entry), set(staffKey(entry.record.staffId), record)];
  }
}
