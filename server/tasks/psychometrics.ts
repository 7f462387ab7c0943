/**
 * `deno task psychometrics FILE`: indices of answer copying and person fit for scores whose items' parameters are known, as JSON
 * to standard output. FILE is JSON: `{items: [{a, b, alpha, beta}], scores, log_seconds?}`, a line for each person. Exit code 2
 * where it is not. docs/psychometrics.md says what the figures are.
 *
 * @module
 */
import { parseSafely } from "../../protocol/parse_safely.ts";
import { scoreFigures, ScoreTable } from "../psychometrics/score_table.ts";
import { runTask } from "./run_task.ts";

const USAGE = "Usage: deno task psychometrics FILE";

/** Complaints about one file, at most. */
const MOST_COMPLAINTS = 20;

function readTable(path: string, text: string): ScoreTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new TypeError(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = parseSafely(ScoreTable, value);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(({ path: field, message }) => `${path}: ${fieldName(field)}: ${message}`);
  const more = complaints.length - MOST_COMPLAINTS;
  throw new TypeError([
    ...complaints.slice(0, MOST_COMPLAINTS),
    ...(more > 0 ? [`${path}: and ${more} more`] : []),
  ].join("\n"));
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the whole" : path.map(String).join(".");
}

async function main(args: readonly string[]): Promise<void> {
  if (args.length !== 1 || args[0].startsWith("--")) throw new RangeError(USAGE);
  const [path] = args;
  console.log(JSON.stringify(scoreFigures(readTable(path, await Deno.readTextFile(path)))));
}

if (import.meta.main) await runTask(main);
