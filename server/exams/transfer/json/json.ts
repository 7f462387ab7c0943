import { ImportedPicture } from "../../../../protocol/transfer.ts";
import { importedPicture, pictureOfBase64 } from "../shared/base64_picture.ts";
import type { Candidate, Found } from "../shared/found.ts";
import type { Format, WrittenFormat } from "../shared/format.ts";
import type { Transferred } from "../shared/transferred.ts";

/**
 * Our own JSON: an exam document, a list of questions, an object with one, or a single question. What is written has sections and
 * pools as a document has them, and `pictures` as an import answers them.
 */
export const json = {
  isLikely: (text) => /^\s*[[{]\s*["{\]}]/.test(text),
  read,
  write: {
    type: "application/json; charset=utf-8",
    ending: "json",
    content: written,
  },
} satisfies Format & { write: WrittenFormat };

function* read(text: string): Generator<Found> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const line = lineOf(error, text);
    yield { kind: "note", level: "error", told: { key: "not_json", values: {} }, line };
    return;
  }
  if (isObject(value)) yield* partsOf(value);
  for (const question of questionsOf(value)) {
    if (isObject(question)) yield { kind: "question", candidate: question };
    else yield { kind: "failed", told: { key: "no_question", values: {} } };
  }
}

function* partsOf({ sections, pools, pictures }: Candidate): Generator<Found> {
  for (const each of listOf(pictures)) {
    const { success, data } = ImportedPicture.safeParse(each);
    const picture = success ? pictureOfBase64(data.content) : null;
    if (picture !== null) yield { kind: "picture", picture };
    yield { kind: "pause" };
  }
  for (const candidate of listOf(sections)) if (isObject(candidate)) yield { kind: "section", candidate };
  for (const candidate of listOf(pools)) if (isObject(candidate)) yield { kind: "pool", candidate };
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function written({ questions, sections, pools, pictures }: Transferred): string {
  const file = {
    questions,
    ...(sections.length > 0 && { sections }),
    ...(pools.length > 0 && { pools }),
    ...(pictures.size > 0 && { pictures: [...pictures.values()].map(importedPicture) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function questionsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  if (Array.isArray(value.questions)) return value.questions;
  return "type" in value ? [value] : [];
}

function isObject(value: unknown): value is Candidate {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Line that the engine's message names: itself, or by the position of what it stumbled over. */
function lineOf(error: unknown, text: string): number | undefined {
  const message = error instanceof Error ? error.message : "";
  const line = /\bline (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /\bposition (\d+)/.exec(message)?.[1];
  const end = position === undefined ? text.length : Number(position);
  return text.slice(0, end).split("\n").length;
}
