import type { ExamDocument } from "../../protocol/exam.ts";
import type { Services } from "../services.ts";
import { createExam, type IssuedToken } from "./create_exam.ts";

/** What whoever publishes an exam is shown, once. */
export interface PublishedExam {
  exam_id: string;
  code: string;
  /** Personal tokens of the roster. */
  tokens: IssuedToken[];
  /** Passwords of accounts that were made for the exam's staff. */
  passwords: { username: string; password: string }[];
}

/**
 * Creates and publishes an exam with its staff: accounts that are not there yet are made.
 *
 * @param authorId Account that publishes it, which is assigned to it; null for the command line.
 * @throws {Refusal} `conflict` where the code is taken.
 */
export async function publishExam(
  { kv, auth, now }: Pick<Services, "kv" | "auth" | "now">,
  document: ExamDocument,
  authorId: string | null,
): Promise<PublishedExam> {
  const { exam, tokens } = await createExam(kv, document, now());
  const passwords: PublishedExam["passwords"] = [];
  if (authorId !== null) await auth.assign(authorId, exam.examId);
  for (const member of document.staff) {
    const account = await auth.ensureAccount(member);
    await auth.assign(account.staffId, exam.examId);
    if (account.password !== null) passwords.push({ username: member.username, password: account.password });
  }
  return { exam_id: exam.examId, code: document.code, tokens, passwords };
}
