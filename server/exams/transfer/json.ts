import type { Candidate, Found } from "./found.ts";
import type { Format, WrittenFormat } from "./format.ts";

/** Our own JSON: an exam document, a list of questions, an object with one, or a single question. */
export const json = {
  isLikely: (text) => /^\s*[[{]\s*["{\]}]/.test(text),
  read,
  write: {
    type: "application/json; charset=utf-8",
    ending: "json",
    text: (questions) => `${JSON.stringify({ questions }, null, 2)}\n`,
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
  for (const question of questionsOf(value)) {
    if (isObject(question)) yield { kind: "question", candidate: question };
    else yield { kind: "failed", told: { key: "no_question", values: {} } };
  }
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
