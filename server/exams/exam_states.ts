import type { ExamState } from "../../protocol/exam.ts";
import { said } from "../../words/refusal.ts";
import type { Actor, AuditLog } from "../audit/audit_log.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { requireComplete } from "./require_complete.ts";

/** What changes an exam's state, and where it leads from where. Where the exam is there already, nothing changes. */
const MOVES = {
  publish_exam: { from: "draft", to: "published" },
  close_exam: { from: "published", to: "closed" },
  reopen_exam: { from: "closed", to: "published" },
} as const satisfies Record<string, { from: ExamState; to: ExamState }>;

/** A change of an exam's state, by its operation's name. */
export type ExamMove = keyof typeof MOVES | "archive_exam";

/** How often a change is tried again that met another one. */
const MOST_TRIES = 5;

/**
 * Publishes, closes, reopens or archives an exam; the audit log's line is in the same atomic. Attempts under way go on. An archived
 * exam lets nobody begin, and reopening or publishing it takes it out of the archive; a draft is a draft there, too.
 *
 * @throws {Refusal} `not_found`; `invalid` where a draft lacks what it needs; `wrong_state` where the exam's state does not lead
 * there; `unavailable`.
 */
export async function moveExam(
  { stores, audit, now }: {
    stores: Pick<Stores, "exams" | "roster" | "commit">;
    audit: AuditLog;
    now: () => number;
  },
  examId: string,
  move: ExamMove,
  actor: Actor,
): Promise<Exam> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const stored = await stores.exams.get(examId);
    if (stored === null) throw new Refusal("not_found", "no_such_exam");
    const moved = movedBy(stored.value, move, now());
    if (moved === stored.value) return moved;
    if (moved.state === "published") await requireComplete(stores, examId, moved.document);
    const { mutations, tidy } = stores.exams.replace(stored.versionstamp, moved);
    const line = audit.line({ ...actor, what: move, about: `exam:${examId}` });
    if (await stores.commit([...mutations, line]) === null) continue;
    await tidy();
    return moved;
  }
  throw new Refusal("unavailable", "exam_changed_meanwhile");
}

/** The exam after a move; the same one where it is there already. @throws {Refusal} `wrong_state` */
function movedBy(exam: Exam, move: ExamMove, now: number): Exam {
  const { archivedAt, ...shown } = exam;
  const isArchived = archivedAt !== undefined;
  if (move === "archive_exam") {
    if (isArchived) return exam;
    if (exam.state === "draft") return { ...exam, archivedAt: now };
    return { ...exam, state: "closed", closedAt: exam.closedAt ?? now, archivedAt: now };
  }
  if (move === "reopen_exam" && isArchived && exam.state === "draft") return shown;
  const { from, to } = MOVES[move];
  if (exam.state === to) return exam;
  if (exam.state !== from) throw new Refusal("wrong_state", said("exam_is_in_state", { state: exam.state }));
  return { ...(to === "published" ? shown : exam), state: to, closedAt: to === "closed" ? now : null };
}
