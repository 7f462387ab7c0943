import type { ExamDocument, NewExamState } from "../../protocol/exam_document.ts";
import type { CreateExamAnswer } from "../../protocol/staff.ts";
import type { Actor } from "../audit/audit_log.ts";
import type { Auth } from "../auth/auth.ts";
import type { Stores } from "../store/stores.ts";
import { createExam, requirePublishable } from "./create_exam.ts";
import { planStaff } from "./plan_staff.ts";
import { type PublishWarning, publishWarnings } from "./publish_warnings.ts";
import { completePublication, settlePublications } from "./settle_publications.ts";

/** What publishing needs. */
export interface Publishing {
  stores: Stores;
  auth: Pick<Auth, "accounts" | "assignments" | "audit">;
  /** Server time, ms since 1970. */
  now: () => number;
}

/** What is shown once of an exam that was published, and what its author should look at. */
export type Published = Omit<CreateExamAnswer, "warnings"> & { warnings: PublishWarning[] };

/**
 * Creates and publishes an exam with its staff, all or nothing: accounts that are not there yet are made. What can be
 * refused is refused before anything is written; a process that is killed leaves either no exam, or one that
 * {@link settlePublications} completes.
 *
 * @param authorId Account that publishes it, which is assigned to it; null for the command line.
 * @param actor Who does it, for the audit log.
 * @param state A draft is stored with its roster and staff like any exam, and nobody can join it.
 * @param newExamId Of the exam that is made, for whom something was stored of it before; a new one where absent.
 * @returns What is shown once: the roster's personal tokens, and passwords of accounts that were made.
 * @throws {Refusal} `conflict` where the code or a token is taken, `invalid` where a password is weak, `too_large`.
 */
export async function publishExam(
  { stores, auth, now }: Publishing,
  document: ExamDocument,
  authorId: string | null,
  actor: Actor,
  state: NewExamState = "published",
  newExamId?: string,
): Promise<Published> {
  const { accounts, assignments, audit } = auth;
  await settlePublications({ stores, accounts, now });
  await requirePublishable(stores, document);
  const { staff, passwords } = await planStaff(accounts, document);
  const { exam, tokens } = await createExam(stores, document, now(), {
    staff,
    actor,
    state,
    newExamId,
    also: (examId) => [
      audit.line({ ...actor, what: "create_exam", about: `exam:${examId}` }),
      ...(authorId === null ? [] : assignments.insert(authorId, examId)),
    ],
  });
  const made = new Set(await completePublication(stores, accounts, exam.examId));
  return {
    exam_id: exam.examId,
    code: document.code,
    tokens,
    warnings: publishWarnings(document, now()),
    passwords: staff.flatMap(({ staffId, username }) => {
      const password = passwords.get(staffId);
      return password === undefined || !made.has(staffId) ? [] : [{ username, password }];
    }),
  };
}
