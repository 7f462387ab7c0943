import { parse } from "gift-pegjs";
import type { Candidate, Found } from "./found.ts";
import type { Format, WrittenFormat } from "./format.ts";
import { giftCandidate } from "./gift_candidate.ts";
import { giftBlock } from "./gift_block.ts";
import { unsaidOf } from "./unsaid.ts";

/** Begins the comment that says what GIFT cannot say. Other programs leave comments out. */
const MARK = "// invigil: ";

/** Characters of one question, at most: the parser's time grows with them, and it cannot pause. */
const MOST_CHARACTERS = 50_000;

/** GIFT, Moodle's plain text. Questions stand between blank lines; each is parsed by itself, so that one that is broken costs no other. */
export const gift = {
  isLikely: (text) => /\{[^{}]*\}/.test(text.slice(0, MOST_CHARACTERS)),
  read,
  write: {
    type: "text/plain; charset=utf-8",
    ending: "gift.txt",
    text: (questions) =>
      questions.map((question) => {
        const block = [giftBlock(question), giftBlock(question, true), `::${question.id}::? {}`].find((block) =>
          bareOf(block) !== null
        ) ?? "";
        const unsaid = unsaidOf(question, bareOf(block) ?? {});
        return unsaid === null ? `${block}\n` : `${MARK}${unsaid}\n${block}\n`;
      }).join("\n"),
  },
} satisfies Format & { write: WrittenFormat };

function* read(text: string): Generator<Found> {
  for (const { lines, line } of blocksOf(text)) {
    const unsaid = lines.find((each) => each.startsWith(MARK))?.slice(MARK.length);
    // Ours goes, its line stays: the parser counts lines.
    const block = lines.map((each) => each.startsWith(MARK) ? "//" : each).join("\n");
    const found = block.length > MOST_CHARACTERS
      ? { kind: "failed" as const, told: { key: "too_long" as const, values: { most: MOST_CHARACTERS } } }
      : readBlock(block, line);
    if (found === null || found.kind === "pause") yield { kind: "pause" };
    else if (found.kind === "question") yield { line, ...found, ...(unsaid !== undefined && { unsaid }) };
    else yield { line, ...found };
  }
}

/** Null for what is no question: comments and categories. */
function readBlock(block: string, line: number): Found | null {
  const rest = block.split("\n").filter((each) => !/^\s*(\/\/|\$CATEGORY:)/.test(each)).join("").trim();
  if (rest === "") return null;
  try {
    const [question, ...others] = parse(block).filter(({ type }) => type !== "Category");
    if (question === undefined) return null;
    if (others.length > 0) return { kind: "failed", told: { key: "gift_two_questions", values: {} } };
    return giftCandidate(question);
  } catch (error) {
    return { kind: "failed", told: { key: "gift_syntax", values: {} }, line: line + lineOf(error) - 1 };
  }
}

/** The question that a block gives by itself. */
function bareOf(block: string): Candidate | null {
  const found = readBlock(block.toWellFormed(), 1);
  return found?.kind === "question" ? found.candidate : null;
}

/** Pieces of the text between blank lines, each with the line that it begins at. */
function* blocksOf(text: string): Generator<{ lines: string[]; line: number }> {
  let lines: string[] = [];
  let number = 0;
  for (const each of [...text.split(/\r\n|\r|\n/), ""]) {
    number++;
    if (each.trim() !== "") lines.push(each);
    else if (lines.length > 0) {
      yield { lines, line: number - lines.length };
      lines = [];
    }
  }
}

function lineOf(error: unknown): number {
  const isLocated = error instanceof Error && "location" in error;
  const location: unknown = isLocated ? error.location : null;
  if (typeof location !== "object" || location === null || !("start" in location)) return 1;
  const { start } = location;
  return typeof start === "object" && start !== null && "line" in start && typeof start.line === "number"
    ? start.line
    : 1;
}
