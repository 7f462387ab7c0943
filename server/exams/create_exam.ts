import type { ExamDocument } from "../../protocol/exam_document.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import type { Exam } from "../store/exam_store.ts";
import { jsonBytes } from "../store/json_bytes.ts";
import type { Stores } from "../store/stores.ts";
import { newPersonalToken, rosterHash } from "./personal_token.ts";

type ExamStores = Pick<Stores, "exams" | "roster" | "commit">;

/** A personal token, shown once: only its hash is stored. */
interface IssuedToken {
  name: string;
  number?: string;
  token: string;
}

/** Bytes of an exam without its roster, at most: it is stored in one atomic. */
const MOST_PAPER_BYTES = 700_000;

/** Roster lines of one atomic: each is a check, of which a self-hosted KV server takes ten. */
const ROSTER_GROUP = 10;

/**
 * Stores an exam and publishes it. The roster goes first, under an exam that is not there yet, so that a
 * reader sees either the whole exam or none.
 *
 * @returns The exam, and the personal tokens of its roster.
 * @throws {Refusal} `conflict` where the code is taken, `too_large`; nothing is stored then.
 */
export async function createExam(
  stores: ExamStores,
  document: ExamDocument,
  now: number,
): Promise<{ exam: Exam; tokens: IssuedToken[] }> {
  const taken = new Refusal("conflict", said("code_taken", { code: document.code }), { path: "code" });
  if (await stores.exams.idOfCode(document.code) !== null) throw taken;
  const examId = newId();
  // Roster and staff hold secrets and people: they are not part of the exam that everybody reads.
  const exam: Exam = {
    examId,
    state: "published",
    createdAt: now,
    closedAt: null,
    document: { ...document, roster: [], staff: [] },
  };
  if (jsonBytes(exam).length > MOST_PAPER_BYTES) {
    throw new Refusal("too_large", said("paper_too_large", { bytes: MOST_PAPER_BYTES }), { path: "questions" });
  }
  const tokens = await storeRoster(stores, examId, document);
  if (await stores.commit(stores.exams.insert(exam)) === null) throw taken;
  return { exam, tokens };
}

async function storeRoster(
  { roster, commit }: ExamStores,
  examId: string,
  document: ExamDocument,
): Promise<IssuedToken[]> {
  const tokens: IssuedToken[] = [];
  for (let first = 0; first < document.roster.length; first += ROSTER_GROUP) {
    const group = document.roster.slice(first, first + ROSTER_GROUP);
    const mutations = group.flatMap(({ token: given, accommodations, ...student }) => {
      const token = given ?? newPersonalToken();
      tokens.push({ ...student, token });
      return roster.insert(rosterHash(token), { examId, student, accommodations, attemptId: null, isReleased: false });
    });
    if (await commit(mutations) === null) {
      throw new Refusal("conflict", "roster_token_taken", { path: "roster" });
    }
  }
  return tokens;
}
