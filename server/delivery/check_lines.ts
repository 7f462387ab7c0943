import type { z } from "zod";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import { refusalText } from "../../words/refusal.ts";
import type { Finding } from "./finding.ts";
import { readRawLines } from "./raw_lines.ts";
import { LineOpener } from "./sealed_lines.ts";

/** A line longer than this is none of ours, bytes: four times the largest document that the server takes. */
const MOST_LINE_BYTES = 8 * 1024 * 1024;

/** What the lines of a file of evidence are held against, one after the other. */
interface LineCheck<Line> {
  /** Whether the last line was taken. */
  readonly isEnded: boolean;
  /**
   * @param text The line's JSON text.
   * @param before Running hash up to the line before.
   */
  take(line: Line, text: string, before: string): Finding;
}

/** How far a file of evidence was gone through. */
export interface CheckedLines {
  /** What is wrong with the last of these lines; null where all fit. */
  found: Finding;
  /** Whether that line was taken, and says what it is about; else it could not be read. */
  isTaken: boolean;
  lines: number;
  /** Running hash of the last line that was opened: whoever notes it can tell this very file from any other. */
  hash: string;
}

/**
 * Goes through the sealed lines of a file of evidence, offline and in one pass, up to the first that does not fit.
 *
 * @param of What the file is, as in "a line of an export".
 */
export async function checkLines<Schema extends z.ZodType>(
  stream: ReadableStream<Uint8Array>,
  schema: Schema,
  of: string,
  check: LineCheck<z.output<Schema>>,
): Promise<CheckedLines> {
  const opener = new LineOpener();
  let lines = 0;
  let hash = "";
  let isTaken = false;
  const take = (bytes: Uint8Array | null, isEnded: boolean): Finding => {
    if (check.isEnded) return "something stands behind the end";
    if (bytes === null) return "the line is too long to be one of ours";
    const opened = opener.open(bytes);
    if (opened === null || !isEnded) return "its bytes are not the ones that were written";
    const before = hash;
    hash = opened.hash;
    return readLine(schema, opened.text, of, (line) => {
      isTaken = true;
      return check.take(line, opened.text, before);
    });
  };
  for await (const { bytes, isEnded } of readRawLines(stream, MOST_LINE_BYTES)) {
    lines++;
    isTaken = false;
    const found = take(bytes, isEnded);
    if (found !== null) return { found, isTaken, lines, hash };
  }
  if (check.isEnded) return { found: null, isTaken, lines, hash };
  const found = "the file ends before its end line: something was cut off";
  return { found, isTaken: false, lines: lines + 1, hash };
}

/** Reads one line and takes it. @returns What is wrong with it, or null. */
function readLine<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  of: string,
  take: (line: z.output<Schema>) => Finding,
): Finding {
  try {
    const parsed = parseSafely(schema, JSON.parse(text));
    if (parsed.success) return take(parsed.data);
    return `it is not a line of ${of}: ${refusalText(firstProblem(parsed.error).said, ENGLISH)}`;
  } catch (error) {
    // Whoever seals a line anew may write no JSON, or nest it deeper than anything can follow.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return `it is not a line of ${of}: ${error.message}`;
  }
}
