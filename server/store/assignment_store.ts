import { z } from "zod";
import { type Mutation, remove, set } from "./mutation.ts";
import { isId } from "./stored_id.ts";
import { listNames, parseStored } from "./stored_value.ts";

/** That somebody is assigned, and which groups of the exam they look after: with none named, all of them. */
const Assignment = z.union([
  z.literal(true).transform((): string[] => []),
  z.object({ groups: z.array(z.string()) }).transform(({ groups }) => groups),
]);

export const assignmentKey = (examId: string, staffId: string): Deno.KvKey => ["staff_by_exam", examId, staffId];
const byStaff = (staffId: string, examId: string): Deno.KvKey => ["exams_by_staff", staffId, examId];

/** Who of the staff works on which exam. Two keys for each pair, always written together. */
export class AssignmentStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Assigns an account to an exam. @param groups Those of the roster that they look after; none for all. */
  insert(staffId: string, examId: string, groups: readonly string[] = []): Mutation[] {
    const assignment = groups.length === 0 ? true : { groups: [...new Set(groups)] };
    return [set(assignmentKey(examId, staffId), assignment), set(byStaff(staffId, examId), true)];
  }

  /** Takes an account off an exam. */
  remove(staffId: string, examId: string): Mutation[] {
    return [remove(assignmentKey(examId, staffId)), remove(byStaff(staffId, examId))];
  }

  /** Ids of the accounts of an exam. */
  staffOf(examId: string): Promise<string[]> {
    return listNames(this.#kv, ["staff_by_exam", examId]);
  }

  /** The accounts of an exam, by id, with the groups that each looks after. */
  async groupsOf(examId: string): Promise<Map<string, string[]>> {
    const groups = new Map<string, string[]>();
    for await (const { key, value } of this.#kv.list({ prefix: ["staff_by_exam", examId] })) {
      groups.set(String(key.at(-1)), parseStored(Assignment, key, value));
    }
    return groups;
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
