import { MOST_WORDS_TOLD, type SayToStaff, type StaffWord, wordKey } from "../../protocol/staff_talk.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";

const DAY_MS = 24 * 3_600_000;

type TalkStores = Pick<Stores, "staffWords" | "commit">;

/** What the staff of an exam have said to each other: the newest words, and the hand-over that stands, oldest first. */
export async function staffTalk(
  { staffWords }: TalkStores,
  { examId, document }: Exam,
  now: number,
): Promise<StaffWord[]> {
  const words = await staffWords.newest(examId, MOST_WORDS_TOLD);
  const handover = await staffWords.handover(examId);
  const isThere = handover === null || words.some((word) => wordKey(word) === wordKey(handover));
  // The store drops what has expired when it likes.
  const since = now - document.retention.events_days * DAY_MS;
  return (isThere ? words : [handover, ...words]).filter(({ at }) => at > since);
}

/**
 * Says something to an exam's staff. It is kept as long as the exam's events, and no part of any attempt.
 *
 * @returns The word; null where it was said before.
 * @throws {Refusal} `invalid` for talk without a word.
 */
export async function sayToStaff(
  { staffWords, commit }: TalkStores,
  { examId, document }: Exam,
  { id, kind, text }: SayToStaff,
  { by, now }: { by: string; now: number },
): Promise<StaffWord | null> {
  if (kind === "talk" && text === "") throw new Refusal("invalid", "nothing_said", { path: "text" });
  const word: StaffWord = { word_id: id, at: now, by, kind, text };
  // Who comes back asks again, a little later: of the newest words none is said twice.
  const known = await staffWords.newest(examId, MOST_WORDS_TOLD);
  if (known.some((other) => wordKey(other) === wordKey(word))) return null;
  // The days of a policy may be parts of one; the store counts whole milliseconds.
  const keepMs = Math.ceil(document.retention.events_days * DAY_MS);
  const isNew = await commit(staffWords.insert(examId, word, keepMs));
  return isNew === null ? null : word;
}
