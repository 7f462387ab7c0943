import { keys } from "../store/keys.ts";
import { isId } from "./tokens.ts";

/** Who of the staff works on which exam. Two keys a pair, always written together. */
export class Assignments {
  constructor(readonly kv: Deno.Kv) {}

  /** Adds an assignment to a commit; again changes nothing. */
  assign(atomic: Deno.AtomicOperation, staffId: string, examId: string): Deno.AtomicOperation {
    return atomic.set(keys.staffByExam(examId, staffId), true).set(keys.examsByStaff(staffId, examId), true);
  }

  /** Adds the end of an assignment to a commit; of none, it changes nothing. */
  unassign(atomic: Deno.AtomicOperation, staffId: string, examId: string): Deno.AtomicOperation {
    return atomic.delete(keys.staffByExam(examId, staffId)).delete(keys.examsByStaff(staffId, examId));
  }

  /** Whether an account is assigned to an exam. Admins need not be: ask `decide`. */
  async isAssigned(staffId: string, examId: string): Promise<boolean> {
    if (!isId(examId)) return false;
    return (await this.kv.get(keys.staffByExam(examId, staffId))).value === true;
  }

  /** Ids of the exams of an account. */
  async examsOf(staffId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { key } of this.kv.list({ prefix: keys.examsByStaffPrefix(staffId) })) {
      ids.push(String(key.at(-1)));
    }
    return ids;
  }

  /** Ids of the accounts of an exam. */
  async staffOf(examId: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const { key } of this.kv.list({ prefix: keys.staffByExamPrefix(examId) })) ids.push(String(key.at(-1)));
    return ids;
  }
}
