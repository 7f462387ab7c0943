import type { ExamFields } from "../../protocol/exam_document.ts";
import { paperQuestion } from "../../protocol/items/registry.ts";
import type { z } from "zod";
import { canonicalJson, sha256Hex } from "../log/hash.ts";

type ExamDocument = z.infer<typeof ExamFields>;

/** What a log is bound to of its exam. */
export interface ExamHashes {
  paper: string;
  policy: string;
}

const HASHES = new WeakMap<ExamDocument, ExamHashes>();

/**
 * Hashes of what students of an exam are given to read, and of its policy. They stand in logs: a field that is new in
 * either must be optional, with no default, or the hashes of exams of before would change.
 */
export function examHashes(document: ExamDocument): ExamHashes {
  let hashes = HASHES.get(document);
  if (hashes === undefined) {
    const { title, language, instructions, questions, policy } = document;
    hashes = {
      paper: hashOf({ title, language, instructions, questions: questions.map(paperQuestion) }),
      policy: hashOf(policy),
    };
    HASHES.set(document, hashes);
  }
  return hashes;
}

/** SHA-256 (hex) of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
