import type { ExamDocument } from "../../protocol/exam_document.ts";
import type { Accounts } from "../auth/accounts.ts";
import type { StaffRecord } from "../store/staff_store.ts";

/** Accounts that are to work on an exam, and passwords that were made up for them. */
export interface StaffPlan {
  staff: StaffRecord[];
  /** By account id: shown once, and only for accounts that are really made. */
  passwords: ReadonlyMap<string, string>;
}

/**
 * Makes up what the staff of a document needs, and stores nothing yet: passwords are looked at and hashed here, so that a
 * weak one is found before there is an exam that it could spoil.
 *
 * @throws {Refusal} `invalid` with the path of a weak password, or of a name that no account can have.
 */
export async function planStaff(accounts: Accounts, { staff: named }: ExamDocument): Promise<StaffPlan> {
  for (const [index, { username, password }] of named.entries()) {
    await accounts.requireUsable(username, password, `staff.${index}`);
  }
  const staff: StaffRecord[] = [];
  const passwords = new Map<string, string>();
  for (const { username, role, password } of named) {
    const { record, generated } = await accounts.plan(username, role, password);
    staff.push(record);
    if (generated !== null) passwords.set(record.staffId, generated);
  }
  return { staff, passwords };
}
