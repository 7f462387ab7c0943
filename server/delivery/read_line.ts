import type { z } from "zod";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import { refusalText } from "../../words/refusal.ts";
import type { Finding } from "./finding.ts";

/**
 * Reads one line of a file of evidence and takes it.
 *
 * @param of What the file is, as in "a line of an export".
 * @returns What is wrong with it, or null.
 */
export function readLine<Schema extends z.ZodType>(
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
