import { type Mutation, remove, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { listNames } from "./stored_value.ts";

export const assignmentKey = (examId: string, staffId: string): Deno.KvKey => ["staff_by_exam", examId, staffId];
const byStaff = (staffId: string, examId: string): Deno.KvKey => ["exams_by_staff", staffId, examId];

/** Who of the staff works on which exam. Two keys for each pair, always written together. */
export class AssignmentStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Assigns an account to an exam; again changes nothing. */
  insert(staffId: string, examId: string): Mutation[] {
    return [set(assignmentKey(examId, staffId), true), set(byStaff(staffId, examId), true)];
  }

  /** Takes an account off an exam. */
  remove(staffId: string, examId: string): Mutation[] {
    return [remove(assignmentKey(examId, staffId)), remove(byStaff(staffId, examId))];
  }

  /** Ids of the accounts of an exam. */
  staffOf(examId: string): Promise<string[]> {
    return listNames(this.#kv, ["staff_by_exam", examId]);
  }

  /** Whether an account is assigned to an exam. Admins need not be: ask `decide`. */
  async isAssigned(staffId: string, examId: string): Promise<boolean> {
    return isId(examId) && (await this.#kv.get(assignmentKey(examId, staffId))).versionstamp !== null;
  }

  /** Ids of the exams of an account. */
  examsOf(staffId: string): Promise<string[]> {
    return listNames(this.#kv, ["exams_by_staff", staffId]);
  }
}
