import type { ExamDocument, NewExamState } from "../../protocol/exam_document.ts";
import { type Actor, SYSTEM } from "../audit/audit_log.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import type { Exam } from "../store/exam_store.ts";
import { jsonBytes } from "../store/json_bytes.ts";
import type { Mutation } from "../store/mutation.ts";
import type { StaffRecord } from "../store/staff_store.ts";
import type { Stores } from "../store/stores.ts";
import { planRoster, requireFreeTokens, type RosterPlan, storeRoster } from "./exam_roster.ts";
import { rosterHashes } from "./personal_token.ts";
import { takeDown } from "./settle_publications.ts";

/** Bytes of an exam without its roster, at most: it is stored in one atomic. */
const MOST_PAPER_BYTES = 700_000;

/** What belongs to an exam besides its document. */
interface CreateOptions {
  /** Accounts that are to be made with it, or assigned to it: {@link completePublication} does so. */
  staff?: StaffRecord[];
  actor?: Actor;
  /** Published where absent; students see nothing of a draft. */
  state?: NewExamState;
  /** Id of the exam that is made; a new one where absent. */
  newExamId?: string;
  /** What belongs into the atomic that makes the exam. @param examId The exam that is made. */
  also?: (examId: string) => Mutation[];
}

/**
 * Refuses what cannot be published, before anything is written.
 *
 * @throws {Refusal} `conflict` where the code or a token is taken, `too_large`.
 */
export async function requirePublishable(stores: Stores, document: ExamDocument): Promise<void> {
  if (await stores.exams.idOfCode(document.code) !== null) throw codeTaken(document);
  requireStorable(document, "questions");
  const given = document.roster.flatMap(({ token }) => token === undefined ? [] : rosterHashes(token));
  await requireFreeTokens(stores, given);
}

/**
 * Refuses a document that is over an exam's size.
 *
 * @param path Of its questions.
 * @throws {Refusal} `too_large`
 */
export function requireStorable(document: ExamDocument, path: string): void {
  if (jsonBytes(examOf("", document, 0, "draft")).length > MOST_PAPER_BYTES) {
    throw new Refusal("too_large", said("paper_too_large", { bytes: MOST_PAPER_BYTES }), { path });
  }
}

/**
 * Stores an exam and publishes it, all or nothing: the roster goes first, under an exam that is not there yet, and the
 * exam with one atomic. A process that is killed in between leaves a publication, by which the next one finds and removes
 * what was written.
 *
 * @returns The exam, and the personal tokens of its roster.
 * @throws {Refusal} `conflict` where the code or a token is taken, `too_large`; nothing is stored then.
 */
export async function createExam(
  stores: Stores,
  document: ExamDocument,
  now: number,
  { staff = [], actor = SYSTEM, state = "published", newExamId = newId(), also = () => [] }: CreateOptions = {},
): Promise<{ exam: Exam; tokens: RosterPlan["tokens"] }> {
  await requirePublishable(stores, document);
  const exam = examOf(newExamId, document, now, state);
  const { examId } = exam;
  const { tokens, lines } = planRoster(examId, document);
  const { publications, exams, commit } = stores;
  const began = await commit(publications.insert({ examId, beganAt: now, staff, actor }));
  if (began === null) throw new Error(`The id ${examId} was given twice`);
  try {
    const isMine = publications.unchanged(examId, began);
    await storeRoster(stores, lines, isMine);
    if (await commit([isMine, ...exams.insert(exam), ...also(examId)]) === null) throw codeTaken(document);
  } catch (error) {
    await takeDown(stores, examId);
    throw error;
  }
  return { exam, tokens };
}

/** Roster and staff hold secrets and people: they are not part of the exam that everybody reads. */
function examOf(examId: string, document: ExamDocument, now: number, state: NewExamState): Exam {
  return {
    examId,
    state,
    createdAt: now,
    closedAt: null,
    document: { ...document, roster: [], staff: [] },
  };
}

/** @param path Of the field that holds the code. */
export function codeTaken({ code }: Pick<ExamDocument, "code">, path = "code"): Refusal {
  return new Refusal("conflict", said("code_taken", { code }), { path });
}
