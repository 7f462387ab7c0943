import { parse } from "gift-pegjs";
import type { Question } from "../../../../protocol/items/registry.ts";
import { Categories, categoryRuns } from "../shared/categories.ts";
import { type Found, isPlaced } from "../shared/found.ts";
import type { Format, WrittenFormat } from "../shared/format.ts";
import { giftCandidate } from "./gift_candidate.ts";
import { giftBlock } from "./gift_block.ts";
import { type Transferred, unplaced } from "../shared/transferred.ts";
import { unsaidOf } from "../shared/unsaid.ts";

/** Begins the comment that says what GIFT cannot say. Other programs leave comments out. */
const MARK = "// invigil: ";

/** Characters of one question, at most: the parser's time grows with them, and it cannot pause. */
const MOST_CHARACTERS = 50_000;

/** How a category is named. */
const CATEGORY = /^\s*\$CATEGORY:\s*(.*)$/;

/** GIFT, Moodle's plain text. Questions stand between blank lines; each is parsed by itself, so that one that is broken costs no other. */
export const gift = {
  isLikely: (text) => /\{[^{}]*\}/.test(text.slice(0, MOST_CHARACTERS)),
  read,
  write: { type: "text/plain; charset=utf-8", ending: "gift.txt", content: write },
} satisfies Format & { write: WrittenFormat };

function* read(text: string): Generator<Found> {
  const categories = new Categories();
  for (const { lines, line } of blocksOf(text)) {
    const remarks = lines.filter((each) => each.startsWith(MARK)).map((each) => each.slice(MARK.length));
    for (const [, path] of lines.map((each) => CATEGORY.exec(each)).filter((each) => each !== null)) {
      yield* categories.enter(path.trim(), { remark: remarks.find((each) => each.startsWith("{")) });
    }
    const unsaid = remarks.find((each) => !each.startsWith("{"));
    // Ours and categories go, their lines stay: the parser counts them.
    const block = lines.map((each) => each.startsWith(MARK) || CATEGORY.test(each) ? "//" : each).join("\n");
    yield { kind: "pause" };
    for (const found of block.length > MOST_CHARACTERS ? [tooLong] : readBlock(block, line)) {
      if (found.kind === "question") {
        yield* categories.question();
        yield { line, ...found, ...categories.part, ...(unsaid !== undefined && { unsaid }) };
      } else yield isPlaced(found) ? { line, ...found } : found;
    }
  }
}

const tooLong: Found = { kind: "failed", told: { key: "too_long", values: { most: MOST_CHARACTERS } } };

/** Nothing for what is no question: comments. */
function readBlock(block: string, line: number): Found[] {
  const rest = block.split("\n").filter((each) => !/^\s*\/\//.test(each)).join("").trim();
  if (rest === "") return [];
  try {
    const [question, ...others] = parse(block);
    if (question === undefined) return [];
    if (others.length > 0) return [{ kind: "failed", told: { key: "gift_two_questions", values: {} } }];
    return giftCandidate(question);
  } catch (error) {
    return [{ kind: "failed", told: { key: "gift_syntax", values: {} }, line: line + lineOf(error) - 1 }];
  }
}

function write(exam: Transferred): string {
  const runs = categoryRuns(exam);
  const isParted = runs.some(({ remark }) => remark !== null);
  return runs.flatMap(({ path, remark, questions }) => {
    const category = `${remark === null ? "" : `${MARK}${remark}\n`}$CATEGORY: ${path}\n`;
    return [...isParted ? [category] : [], ...questions.map((question) => written(unplaced(question)))];
  }).join("\n");
}

function written(question: Question): string {
  const block =
    [giftBlock(question), giftBlock(question, true), `::${question.id}::? {}`].find((block) =>
      bareOf(block) !== null
    ) ?? "";
  const found = bareOf(block);
  const unsaid = unsaidOf(question, found?.candidate ?? {}, (found?.losses ?? []).length > 0);
  return unsaid === null ? `${block}\n` : `${MARK}${unsaid}\n${block}\n`;
}

/** The question that a block gives by itself. */
function bareOf(block: string): Extract<Found, { kind: "question" }> | null {
  for (const found of readBlock(block.toWellFormed(), 1)) if (found.kind === "question") return found;
  return null;
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
