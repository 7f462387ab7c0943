import { z } from "zod";
import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import { refusalText } from "../../words/refusal.ts";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { BatchEvents, BatchFields, firstUnsorted } from "../../protocol/events.ts";
import { MAX_BACKSTEP_MS } from "../../protocol/limits.ts";
import type { ScoringContext } from "../../protocol/log_entry.ts";
import { createState, fold, type ScoreState } from "../../scoring/fold.ts";

/** A line of `deno task score`'s input. */
const ScoreLine = z.strictObject({
  attempt: z.union([z.string().min(1).max(200), z.number()]),
  events: BatchEvents,
  sentAt: BatchFields.sentAt.optional(),
  seq: BatchFields.seq,
});

/** Enough of a line to know whose it is, though the rest of it is wrong. */
const Whose = z.object({ attempt: ScoreLine.shape.attempt, seq: z.unknown() });

/** What is known of one attempt between its lines. */
interface Attempt {
  state: ScoreState;
  /** `seq` of the last batch that was scored. */
  seq: number;
  /** `seq` of the last line, whether it was scored or not. */
  seenSeq: number;
  lastT: number;
  /** Lines of this attempt whose number could not be read. */
  unnumbered: number;
}

/** A scored line, or what is wrong with it. */
type LineOutcome = { scored: string; problem: null } | { scored: null; problem: string };

/**
 * Scores lines of batches, attempts interleaved. A bad line is named and left out; what follows it is scored, for a
 * batch that is missing says nothing against the next.
 *
 * @example
 * const scorer = new BatchScorer(defaultContext());
 * const { problem } = scorer.take('{"attempt":"a","seq":1,"events":[]}');
 * assert.match(problem ?? "", /^events: /);
 */
export class BatchScorer {
  readonly #context: ScoringContext;
  readonly #attempts = new Map<string | number, Attempt>();
  /** Lines that could not be read at all: each may have been the batch that is missing from some attempt. */
  #unread = 0;

  constructor(context: ScoringContext) {
    this.#context = context;
  }

  /** Takes a line of JSON. The problem is a sentence that begins with the field's path. */
  take(line: string): LineOutcome {
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch (error) {
      this.#unread++;
      return bad(`not JSON: ${error instanceof Error ? error.message : error}`);
    }
    const parsed = parseSafely(ScoreLine, json);
    if (!parsed.success) {
      this.#skip(json);
      return bad(refusalText(firstProblem(parsed.error).said, ENGLISH));
    }
    const { attempt: name, seq, events } = parsed.data;
    const attempt = this.#attempt(name);
    const wanted = attempt.seq + 1;
    if (!this.#isNext(attempt, seq)) {
      attempt.seenSeq = Math.max(attempt.seenSeq, seq);
      return bad(`seq: want ${wanted} next of attempt ${JSON.stringify(name)}, got ${seq}`);
    }
    attempt.seenSeq = seq;
    const unsorted = firstUnsorted(events);
    if (unsorted !== -1) {
      return bad(`events.${unsorted}.t: ${events[unsorted].t} lies before the event in front of it`);
    }
    if (events[0].t < attempt.lastT - MAX_BACKSTEP_MS) {
      return bad(
        `events.0.t: ${
          events[0].t
        } lies more than ${MAX_BACKSTEP_MS} ms before the batch in front of it, which ended at ${attempt.lastT}`,
      );
    }
    attempt.seq = seq;
    const t = events[events.length - 1].t;
    attempt.lastT = Math.max(attempt.lastT, t);
    const { risk, level, categories, signals, contributions } = fold(
      attempt.state,
      { kind: "batch", events, late: false },
      this.#context,
    );
    return {
      scored: JSON.stringify({ attempt: name, seq, t, risk, level, categories, signals, contributions }),
      problem: null,
    };
  }

  /** A line that was too long to be kept. */
  takeUnreadable(): void {
    this.#unread++;
  }

  #attempt(name: string | number): Attempt {
    let attempt = this.#attempts.get(name);
    if (attempt === undefined) {
      attempt = { state: createState(), seq: 0, seenSeq: 0, lastT: 0, unnumbered: 0 };
      this.#attempts.set(name, attempt);
    }
    return attempt;
  }

  /** The next number; or the one after a line that was named as bad; or after lines that nobody could read. */
  #isNext(attempt: Attempt, seq: number): boolean {
    if (seq === attempt.seq + 1 || (seq === attempt.seenSeq + 1 && seq > attempt.seq)) return true;
    const missing = seq - attempt.seenSeq - 1;
    if (missing < 1 || missing > attempt.unnumbered + this.#unread) return false;
    this.#unread -= Math.max(0, missing - attempt.unnumbered);
    attempt.unnumbered = Math.max(0, attempt.unnumbered - missing);
    return true;
  }

  /** A line that is wrong still tells its number, so that the next one is not a gap. */
  #skip(json: unknown): void {
    const whose = parseSafely(Whose, json);
    if (!whose.success) {
      this.#unread++;
      return;
    }
    const attempt = this.#attempt(whose.data.attempt);
    const seq = parseSafely(BatchFields.seq, whose.data.seq);
    if (!seq.success) attempt.unnumbered++;
    else if (this.#isNext(attempt, seq.data)) attempt.seenSeq = seq.data;
  }
}

function bad(problem: string): LineOutcome {
  return { scored: null, problem };
}
