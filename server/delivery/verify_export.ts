import { ENGLISH } from "../../words/languages.ts";
import { firstProblem } from "../../words/problem.ts";
import { refusalText } from "../../words/refusal.ts";
import { AttemptCheck } from "./attempt_check.ts";
import { entryPrefix, ExportLine } from "./export_line.ts";
import { readRawLines } from "./raw_lines.ts";
import { LineOpener, type OpenedLine } from "./sealed_lines.ts";

/** A line longer than this is none of ours, bytes: four times the largest document that the server takes. */
const MOST_LINE_BYTES = 8 * 1024 * 1024;

/** The first thing that does not fit. */
export interface Misfit {
  line: number;
  what: string;
  /** The attempt it belongs to, the entry of its log and the batch's number, as far as they are known. */
  attemptId: string | null;
  n: number | null;
  seq: number | null;
}

/** What checking an export found. */
export interface Verdict {
  misfit: Misfit | null;
  lines: number;
  counts: Omit<EndCounts, "line" | "kind">;
  /** Attempts whose scores were made by another version of the scorer, and so could not be held against a replay. */
  notReplayed: number;
  /** Running hash of the last line: whoever notes it can tell this very file from any other. */
  hash: string;
}

type EndCounts = Extract<ExportLine, { kind: "end" }>;

const encoder = new TextEncoder();

/**
 * Checks an export's raw bytes, offline and in one pass: every line's seal, every attempt's chain, every score by
 * replay. Stops at the first misfit. Memory does not grow with the file.
 */
export async function verifyExport(stream: ReadableStream<Uint8Array>): Promise<Verdict> {
  const check = new ExportCheck();
  for await (const { bytes, isEnded } of readRawLines(stream, MOST_LINE_BYTES)) {
    const what = check.take(bytes, isEnded);
    if (what !== null) return check.verdict(what);
  }
  return check.verdict(check.end());
}

class ExportCheck {
  #opener = new LineOpener();
  #line = 0;
  #hash = "";
  #attempt: AttemptCheck | null = null;
  #isEnded = false;
  #examId: string | null = null;
  #counts = { attempts: 0, entries: 0, flags: 0, actions: 0, tombstones: 0 };
  #notReplayed = 0;
  /** The entry that is looked at. */
  #entry: { n: number; seq: number | null } | null = null;

  /** Takes a line. @returns What is wrong with it, or null. */
  take(bytes: Uint8Array | null, isEnded: boolean): string | null {
    this.#line++;
    this.#entry = null;
    if (this.#isEnded) return "something stands behind the end";
    if (bytes === null) return "the line is too long to be one of ours";
    const opened = this.#opener.open(bytes);
    if (opened === null || !isEnded) return "its bytes are not the ones that were written";
    const parsed = ExportLine.safeParse(JSON.parse(opened.text));
    if (!parsed.success) {
      return `it is not a line of an export: ${refusalText(firstProblem(parsed.error).said, ENGLISH)}`;
    }
    this.#hash = opened.hash;
    return this.#takeLine(parsed.data, opened);
  }

  /** Takes the end of the file. */
  end(): string | null {
    if (this.#isEnded) return null;
    this.#line++;
    return "the file ends before its end line: something was cut off";
  }

  verdict(what: string | null): Verdict {
    const attempt = this.#attempt;
    const misfit = what === null ? null : {
      line: this.#line,
      what,
      attemptId: attempt?.attemptId ?? null,
      n: this.#entry?.n ?? attempt?.nextN ?? null,
      seq: this.#entry === null ? attempt?.nextSeq ?? null : this.#entry.seq,
    };
    const { lines, counts, notReplayed, hash } = {
      lines: this.#line,
      counts: this.#counts,
      notReplayed: this.#notReplayed,
      hash: this.#hash,
    };
    return { misfit, lines, counts, notReplayed, hash };
  }

  #takeLine(line: ExportLine, opened: OpenedLine): string | null {
    if ((this.#examId === null) !== (line.kind === "exam")) return "the exam's line is the first one, once";
    switch (line.kind) {
      case "exam":
        this.#examId = line.exam.examId;
        return null;
      case "attempt":
        if (this.#attempt !== null) return "the attempt before has no head";
        this.#counts.attempts++;
        this.#attempt = new AttemptCheck(line.attempt_id, line.are_events_kept);
        return null;
      case "tombstone":
        if (this.#attempt !== null) return "the attempt before has no head";
        this.#counts.tombstones++;
        return line.tombstone.exam_id === this.#examId ? null : "it is of another exam";
      case "action":
        if (this.#attempt !== null) return "the attempt before has no head";
        this.#counts.actions++;
        return null;
      case "end":
        return this.#takeEnd(line);
      default:
        return this.#takeOfAttempt(line, opened);
    }
  }

  #takeOfAttempt(
    line: Extract<ExportLine, { kind: "context" | "entry" | "report" | "flag" | "head" }>,
    opened: OpenedLine,
  ): string | null {
    const attempt = this.#attempt;
    if (attempt === null || attempt.attemptId !== line.attempt_id) return "it belongs to another attempt";
    switch (line.kind) {
      case "context":
        return attempt.takeContext(line.context_id, line.context);
      case "entry": {
        const { entry } = line;
        this.#entry = { n: entry.n, seq: entry.kind === "batch" ? entry.seq : null };
        this.#counts.entries++;
        const before = `{"line":${line.line},${entryPrefix(line.attempt_id).slice(1)}`;
        if (!opened.text.startsWith(before)) return "its fields are not in their order";
        return attempt.takeEntry(entry, encoder.encode(opened.text.slice(before.length, -1)));
      }
      case "report":
        return attempt.takeReport(line.report);
      case "flag":
        this.#counts.flags++;
        return line.flag.attempt_id === attempt.attemptId ? null : "the flag is of another attempt";
      case "head": {
        const wrong = attempt.takeHead(line);
        if (wrong !== null) return wrong;
        if (!attempt.isReplayed && attempt.areEventsKept) this.#notReplayed++;
        this.#attempt = null;
        return null;
      }
    }
  }

  #takeEnd({ attempts, entries, flags, actions, tombstones }: EndCounts): string | null {
    if (this.#attempt !== null) return "the attempt before has no head";
    this.#isEnded = true;
    const counts = this.#counts;
    const isSame = counts.attempts === attempts && counts.entries === entries && counts.flags === flags &&
      counts.actions === actions && counts.tombstones === tombstones;
    return isSame ? null : "it counts other numbers than the file holds";
  }
}
