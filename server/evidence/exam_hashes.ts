import { Policy } from "../../protocol/exam.ts";
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
 * Hashes of what students of an exam are given to read, and of its policy where it is not the default. They stand in logs,
 * so they must not change with a newer version: a new field of a policy may have a default, a new field of a question's
 * paper must be absent from questions of before.
 */
export function examHashes(document: ExamDocument): ExamHashes {
  let hashes = HASHES.get(document);
  if (hashes === undefined) {
    const { title, language, text_format, instructions, questions, policy } = document;
    hashes = {
      paper: hashOf({ title, language, text_format, instructions, questions: questions.map(paperQuestion) }),
      policy: hashOf(chosen(policy, Policy.parse({}))),
    };
    const drawn = drawnFrom(document);
    if (drawn !== null) hashes.paper = hashOf([hashes.paper, drawn]);
    const arranged = arrangedIn(document);
    if (arranged !== null) hashes.paper = hashOf([hashes.paper, arranged]);
    HASHES.set(document, hashes);
  }
  return hashes;
}

/** What was chosen otherwise than by default, however deep. */
function chosen(value: object, defaults: object): object {
  const usual = new Map<string, unknown>(Object.entries(defaults));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const otherwise = usual.get(key);
      if (canonicalJson(part) === canonicalJson(otherwise ?? null)) return [];
      return [[key, isPlain(part) && isPlain(otherwise) ? chosen(part, otherwise) : part]];
    }),
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** SHA-256 (hex) of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}

/** What each attempt's own paper follows from, with its id; null where all attempts have the same. */
function drawnFrom({ questions, shuffle, pools }: ExamDocument): object | null {
  if (shuffle === undefined && pools === undefined) return null;
  const in_pools = questions.flatMap(({ id, pool }) => pool === undefined ? [] : [[id, pool]]);
  return { shuffle, pools, in_pools };
}

/** Sections that students read, and that they go forward only; null where there is neither, as in exams of before. */
function arrangedIn({ sections = [], navigation }: ExamDocument): object | null {
  if (sections.length === 0 && navigation !== "forward") return null;
  return { sections, ...(navigation === "forward" && { navigation }) };
}
