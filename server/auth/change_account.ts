import { Refusal } from "../errors.ts";
import type { Mutation } from "../store/mutation.ts";
import type { StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";

/** Tries of a change that other writers keep getting in before. */
const MAX_TRIES = 50;

/** What becomes of an account, and what else changes with it. */
interface AccountChange {
  record: StaffRecord;
  also?: Mutation[];
}

/**
 * Changes an account: `decide` is asked with the record as it is, and says what it becomes and what else changes in
 * the same commit. It is asked again if somebody else was faster, so it judges afresh each time.
 *
 * @throws {Refusal} What `decide` throws; `not_found` if there is no such account; `unavailable` if others keep
 * changing it.
 */
export async function changeAccount(
  { staff, commit }: Pick<Stores, "staff" | "commit">,
  staffId: string,
  decide: (record: StaffRecord) => Promise<AccountChange> | AccountChange,
): Promise<StaffRecord> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const entry = await staff.get(staffId);
    if (entry === null) throw new Refusal("not_found", "no_such_account");
    const { record, also = [] } = await decide(entry.record);
    if (await commit([...staff.replace(entry, record), ...also]) !== null) return record;
  }
  throw new Refusal("unavailable", "account_busy");
}
