import { defaultContext } from "../../scoring/fold.ts";
import { BatchScorer } from "./batch_scorer.ts";
import { readLines } from "./read_lines.ts";

/** A line longer than this is not a batch, in bytes: four times what one may have on the wire. */
const MOST_LINE_BYTES = 1024 * 1024;
/** Output is written in pieces of about this many bytes. */
const WRITE_BYTES = 64 * 1024;

/**
 * `deno task score`: reads a line a batch, writes a line a score.
 *
 * @param input Lines `{attempt, seq, events}`; attempts may be interleaved.
 * @param write Takes lines `{attempt, seq, t, risk, level, categories, signals, contributions}`, several at a time.
 * @param complain Takes a sentence for each bad line, with the line's number and the field.
 * @returns Exit code: 0, or 2 where a line was bad.
 */
async function scoreStream(
  input: ReadableStream<Uint8Array>,
  write: (lines: string) => Promise<void>,
  complain: (problem: string) => void,
): Promise<number> {
  const scorer = new BatchScorer(defaultContext());
  let isAnyBad = false;
  let waiting = "";
  for await (const { number, text } of readLines(input, MOST_LINE_BYTES)) {
    if (text !== null && text.trim() === "") continue;
    let problem: string | null;
    if (text === null) {
      scorer.takeUnreadable();
      problem = `longer than ${MOST_LINE_BYTES} bytes`;
    } else {
      const outcome = scorer.take(text);
      problem = outcome.problem;
      if (outcome.scored !== null) waiting += outcome.scored + "\n";
    }
    if (problem !== null) {
      isAnyBad = true;
      complain(`line ${number}: ${problem}`);
    }
    if (waiting.length >= WRITE_BYTES) {
      await write(waiting);
      waiting = "";
    }
  }
  if (waiting !== "") await write(waiting);
  return isAnyBad ? 2 : 0;
}

if (import.meta.main) {
  const encoder = new TextEncoder();
  const writer = Deno.stdout.writable.getWriter();
  Deno.exitCode = await scoreStream(
    Deno.stdin.readable,
    (lines) => writer.write(encoder.encode(lines)),
    (problem) => console.error(problem),
  );
}
