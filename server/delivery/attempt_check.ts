import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import { FIRST_PREV } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { SCORER_VERSION } from "../../scoring/fold.ts";
import { createFold, foldEntry } from "../attempts/attempt_fold.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";

/**
 * One attempt of an export, checked entry by entry: the chain of hashes, the numbers without gaps, and every stored
 * score against a replay by the same fold. Methods return what is wrong, or null. Holds one attempt's state and its
 * contexts, nothing of its length.
 */
export class AttemptCheck {
  readonly attemptId: string;
  readonly areEventsKept: boolean;
  #n = 0;
  #chain = FIRST_PREV;
  #lastSeq = 0;
  #contexts = new Map<string, ScoringContext>();
  /** Of its scores alone: the exam's questions are not known here. */
  #folded = createFold(new Set());
  /** Whether everything so far was scored by this version: only then a replay must give the same. */
  #isSameScorer = true;

  constructor(attemptId: string, areEventsKept: boolean) {
    this.attemptId = attemptId;
    this.areEventsKept = areEventsKept;
  }

  /** Whether the scores could be replayed. */
  get isReplayed(): boolean {
    return this.#isSameScorer && this.areEventsKept;
  }

  /** Number of the entry that comes next. */
  get nextN(): number {
    return this.#n + 1;
  }

  /** The batch that comes next. */
  get nextSeq(): number {
    return this.#lastSeq + 1;
  }

  takeContext(id: string, context: ScoringContext): string | null {
    if (sha256Hex(canonicalJson(context)) !== id) return "the scoring context is not the one of its id";
    this.#contexts.set(id, context);
    return null;
  }

  /** @param bytes The entry's stored bytes. */
  takeEntry(entry: LogEntry, bytes: Uint8Array): string | null {
    if (!this.areEventsKept) return "an entry of an attempt whose events were removed";
    if (entry.n !== this.#n + 1) return `entry ${entry.n} stands where entry ${this.#n + 1} belongs`;
    if (entry.prev !== this.#chain) return "its hash of the entry before does not fit";
    if (entry.kind === "batch" && entry.seq !== this.#lastSeq + 1) {
      return `batch ${entry.seq} stands where batch ${this.#lastSeq + 1} belongs`;
    }
    const context = this.#contexts.get(entry.context);
    if (context === undefined) return "its scoring context is not in the file";
    this.#n = entry.n;
    this.#chain = sha256Hex(bytes);
    if (context.scorer_version !== SCORER_VERSION) this.#isSameScorer = false;
    const report = foldEntry(this.#folded, entry, context);
    if (entry.kind !== "batch") return null;
    this.#lastSeq = entry.seq;
    const isSame = report.risk === entry.report.risk && report.level === entry.report.level;
    if (isSame || !this.#isSameScorer) return null;
    return `a replay gives risk ${report.risk} (${report.level}), stored is ${entry.report.risk} (${entry.report.level})`;
  }

  takeReport(report: RiskReport): string | null {
    if (!this.isReplayed || report.scorer_version !== SCORER_VERSION) return null;
    return canonicalJson(report) === canonicalJson(this.#folded.report) ? null : "a replay gives another report";
  }

  takeHead(head: { n: number; chain: string; last_seq: number }): string | null {
    if (!this.areEventsKept) return null;
    if (head.n !== this.#n) return `the log ends at entry ${this.#n}, its head says ${head.n}`;
    if (head.last_seq !== this.#lastSeq) return `the last batch is ${this.#lastSeq}, the head says ${head.last_seq}`;
    return head.chain === this.#chain ? null : "the head is not the hash of the last entry";
  }
}
