import type { ExamDocument } from "../../protocol/exam_document.ts";
import { hashToken, newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { documentWrites } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import { jsonBytes } from "../store/parts.ts";
import type { Exam } from "./exams.ts";
import { newPersonalToken, type RosterEntry } from "./roster.ts";

/** A personal token, shown once: only its hash is stored. */
export interface IssuedToken {
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
  kv: Deno.Kv,
  document: ExamDocument,
  now: number,
): Promise<{ exam: Exam; tokens: IssuedToken[] }> {
  const taken = new Refusal("conflict", `The code ${document.code} is taken by another exam.`, { path: "code" });
  const codeKey = keys.examByCode(document.code);
  if ((await kv.get(codeKey)).versionstamp !== null) throw taken;
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
    throw new Refusal("too_large", `The questions hold at most ${MOST_PAPER_BYTES} bytes.`, { path: "questions" });
  }
  const writes = documentWrites(keys.exam(examId), exam, newId());
  const tokens = await storeRoster(kv, examId, document);
  let atomic = kv.atomic().check({ key: codeKey, versionstamp: null }).set(codeKey, examId);
  for (const write of writes) atomic = atomic.set(write.key, write.value);
  const committed = await atomic.commit();
  if (!committed.ok) throw taken;
  return { exam, tokens };
}

async function storeRoster(kv: Deno.Kv, examId: string, document: ExamDocument): Promise<IssuedToken[]> {
  const tokens: IssuedToken[] = [];
  for (let first = 0; first < document.roster.length; first += ROSTER_GROUP) {
    let atomic = kv.atomic();
    for (const { token: given, accommodations, ...student } of document.roster.slice(first, first + ROSTER_GROUP)) {
      const token = given ?? newPersonalToken();
      const hash = hashToken(token);
      const entry: RosterEntry = { examId, student, accommodations, attemptId: null, isReleased: false };
      atomic = atomic.check({ key: keys.rosterEntry(hash), versionstamp: null })
        .set(keys.rosterEntry(hash), entry)
        .set(keys.rosterByExam(examId, hash), true);
      tokens.push({ ...student, token });
    }
    await commitRoster(atomic);
  }
  return tokens;
}

async function commitRoster(atomic: Deno.AtomicOperation): Promise<void> {
  const committed = await atomic.commit();
  if (!committed.ok) {
    throw new Refusal("conflict", "A personal token of the roster is used by another exam.", { path: "roster" });
  }
}
