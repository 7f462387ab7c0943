import { said } from "../../words/refusal.ts";
import type { Actor } from "../audit/audit_log.ts";
import { newId } from "../auth/tokens.ts";
import { Refusal } from "../errors.ts";
import { copyPictures } from "./media/copy_pictures.ts";
import { publishExam, type Publishing } from "./publish_exam.ts";

/** Characters of a code, at most, and how many codes are tried. */
const CODE_CHARACTERS = 32;
const MOST_TRIES = 1_000;

/**
 * Makes a draft of an exam's document, with its pictures: under a code of its own, without roster, attempts or other staff than whoever makes it.
 *
 * @param authorId Account that makes it, which is assigned to it.
 * @returns Id of the draft.
 * @throws {Refusal} `not_found`; `conflict` where no code is free.
 */
export async function duplicateExam(
  publishing: Publishing,
  examId: string,
  authorId: string,
  actor: Actor,
): Promise<string> {
  const { exams } = publishing.stores;
  const stored = await exams.get(examId);
  if (stored === null) throw new Refusal("not_found", "no_such_exam");
  const { document } = stored.value;
  const copyId = newId();
  // First the pictures: no text refers to one that is not there. Those of a draft that is not made after all are tidied.
  await copyPictures(publishing.stores, examId, copyId, publishing.now());
  for (const code of codesAfter(document.code)) {
    if (await exams.idOfCode(code) !== null) continue;
    try {
      await publishExam(publishing, { ...document, code }, authorId, actor, "draft", copyId);
      return copyId;
    } catch (error) {
      // Somebody took the code in the same moment.
      if (!(error instanceof Refusal && error.code === "conflict")) throw error;
    }
  }
  throw new Refusal("conflict", said("code_taken", { code: document.code }), { path: "code" });
}

/**
 * Codes that a copy may have, in their order: of `BIO` these are `BIO-2`, `BIO-3` and so on, of `BIO-2` they begin with `BIO-3`.
 */
function* codesAfter(code: string): Generator<string> {
  const [, stem, number] = code.match(/^(.+)-([2-9]|[1-9]\d{1,2})$/) ?? [null, code, "1"];
  for (let next = Number(number) + 1, tries = 0; tries < MOST_TRIES; next++, tries++) {
    const ending = `-${next}`;
    yield stem.slice(0, CODE_CHARACTERS - ending.length) + ending;
  }
}
