import type { ExamDocument } from "../../protocol/exam_document.ts";
import type { CreateExamAnswer } from "../../protocol/staff.ts";
import type { Actor } from "../audit/audit_log.ts";
import type { Auth } from "../auth/auth.ts";
import type { Stores } from "../store/stores.ts";
import { createExam } from "./create_exam.ts";

/** What publishing needs. */
export interface Publishing {
  stores: Stores;
  auth: Pick<Auth, "accounts" | "assignments">;
  /** Server time, ms since 1970. */
  now: () => number;
}

/**
 * Creates and publishes an exam with its staff: accounts that are not there yet are made.
 *
 * @param authorId Account that publishes it, which is assigned to it; null for the command line.
 * @param actor Who does it, for the audit log.
 * @returns What is shown once: the roster's personal tokens, and passwords of accounts that were made.
 * @throws {Refusal} `conflict` where the code is taken.
 */
export async function publishExam(
  { stores, auth, now }: Publishing,
  document: ExamDocument,
  authorId: string | null,
  actor: Actor,
): Promise<CreateExamAnswer> {
  const { exam, tokens } = await createExam(stores, document, now());
  const passwords: CreateExamAnswer["passwords"] = [];
  const staffIds = authorId === null ? [] : [authorId];
  for (const { username, role, password } of document.staff) {
    const { staffId, generated } = await auth.accounts.ensure(actor, username, role, password);
    staffIds.push(staffId);
    if (generated !== null) passwords.push({ username, password: generated });
  }
  for (const staffId of staffIds) await stores.commit(auth.assignments.insert(staffId, exam.examId));
  return { exam_id: exam.examId, code: document.code, tokens, passwords };
}
