import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import { FIRST_PREV } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { isContributionName } from "../../scoring/contribution_names.ts";
import { SCORER_VERSION } from "../../scoring/fold.ts";
import { createFold, foldEntry } from "../attempts/attempt_fold.ts";
import type { SignatureCheck } from "../evidence/signature_check.ts";
import { endStatement } from "../evidence/statements.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";
import { AttemptClaims, type ClaimedExam } from "./attempt_claims.ts";
import { ContentCheck } from "./content_check.ts";
import type { ExportLine } from "./export_line.ts";
import type { Finding } from "./finding.ts";
import { FlagStates } from "./flag_states.ts";
import type { ReceiptBook } from "./receipt_book.ts";

type LineOf<Kind extends ExportLine["kind"]> = Extract<ExportLine, { kind: Kind }>;

/** What an attempt is held against. */
interface AttemptTerms {
  exam: ClaimedExam;
  exportedAt: number;
  signatures: SignatureCheck;
  receipts: ReceiptBook;
  /** Whether every file that was handed in must be there. */
  withFiles: boolean;
}

/**
 * One attempt of an export, checked entry by entry: the chain of hashes, the numbers without gaps, what the log is bound to,
 * its flags, and every stored score against a replay by the same fold. Methods return what is wrong, or null. Holds one
 * attempt's state, its contexts and its flags, nothing of its length.
 */
export class AttemptCheck {
  readonly attemptId: string;
  readonly areEventsKept: boolean;
  readonly #terms: AttemptTerms;
  readonly #claims: AttemptClaims;
  readonly #flags = new FlagStates();
  /** Bytes of each file that the log says was handed in. */
  readonly #received = new Map<string, number>();
  readonly #files = new ContentCheck("hex");
  #n = 0;
  #chain = FIRST_PREV;
  #lastSeq = 0;
  #contexts = new Map<string, ScoringContext>();
  /** Of its scores alone: the exam's questions are not known here. */
  #folded = createFold(new Set());
  /** Whether everything so far was scored by this version: only then a replay must give the same. */
  #isSameScorer = true;

  constructor(line: LineOf<"attempt">, terms: AttemptTerms) {
    this.attemptId = line.attempt_id;
    this.areEventsKept = line.are_events_kept;
    this.#terms = terms;
    this.#claims = new AttemptClaims(line, terms.exam);
  }

  /** Whether the scores could be replayed. */
  get isReplayed(): boolean {
    return this.#isSameScorer && this.areEventsKept;
  }

  /** Files of it that are in the export. */
  get files(): number {
    return this.#files.whole.size;
  }

  /** Number of the entry that comes next. */
  get nextN(): number {
    return this.#n + 1;
  }

  /** The batch that comes next. */
  get nextSeq(): number {
    return this.#lastSeq + 1;
  }

  takeSeal({ seal }: LineOf<"seal">): Finding {
    if (this.#n > 0) return "a seal stands before the entries";
    this.#flags.takeSeal(seal);
    return this.#claims.takeSeal(seal, this.#terms.signatures);
  }

  takeContext(id: string, context: ScoringContext): Finding {
    if (sha256Hex(canonicalJson(context)) !== id) return "the scoring context is not the one of its id";
    this.#contexts.set(id, context);
    return this.#claims.takeContext(context);
  }

  /** @param bytes The entry's stored bytes. */
  takeEntry(entry: LogEntry, bytes: Uint8Array): Finding {
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
    const wrong = this.#claims.takeEntry(entry, context, this.#chain) ??
      this.#terms.receipts.takeEntry(this.attemptId, entry.n, this.#chain);
    if (wrong !== null) return wrong;
    this.#flags.takeEntry(entry);
    if (entry.kind === "file_received") this.#received.set(entry.file, entry.bytes);
    const strange = entry.kind === "verdict_given" && context.scorer_version === SCORER_VERSION
      ? entry.reasons.find((reason) => !this.#flags.has(reason) && !isContributionName(reason))
      : undefined;
    if (strange !== undefined) return `a verdict rests on ${strange}, which is neither a flag nor a contribution`;
    if (context.scorer_version !== SCORER_VERSION) this.#isSameScorer = false;
    const report = foldEntry(this.#folded, entry, context);
    if (entry.kind !== "batch") return null;
    this.#lastSeq = entry.seq;
    const isSame = report.risk === entry.report.risk && report.level === entry.report.level;
    if (isSame || !this.#isSameScorer) return null;
    return `a replay gives risk ${report.risk} (${report.level}), stored is ${entry.report.risk} (${entry.report.level})`;
  }

  takeFile({ file_id, ...part }: LineOf<"file">): Finding {
    if (!this.#terms.withFiles) return "the export says that it is without files";
    if (this.#received.get(file_id) !== part.of) return "no entry of the log says that this file was handed in";
    return this.#files.take(file_id, part);
  }

  takeReport(report: RiskReport): Finding {
    if (!this.isReplayed || report.scorer_version !== SCORER_VERSION) return null;
    return canonicalJson(report) === canonicalJson(this.#folded.report) ? null : "a replay gives another report";
  }

  takeFlag({ flag }: LineOf<"flag">): Finding {
    if (flag.attempt_id !== this.attemptId) return "the flag is of another attempt";
    return this.#flags.takeFlag(flag);
  }

  takeHead(head: LineOf<"head">): Finding {
    const { n, chain } = head;
    if (this.#files.unfinished !== null) return this.#files.unfinished;
    if (this.areEventsKept) {
      if (n !== this.#n) return `the log ends at entry ${this.#n}, its head says ${n}`;
      if (head.last_seq !== this.#lastSeq) return `the last batch is ${this.#lastSeq}, the head says ${head.last_seq}`;
      if (chain !== this.#chain) return "the head is not the hash of the last entry";
    }
    const missing = this.#flags.missing;
    if (missing !== null) return `flag ${missing}, which was raised, is not here`;
    const { exportedAt, signatures, receipts, withFiles } = this.#terms;
    const lost = [...this.#received.keys()].find((fileId) => !this.#files.whole.has(fileId));
    if (withFiles && lost !== undefined) return `file ${lost}, which was handed in, is not here`;
    const end = { attemptId: this.attemptId, n, chain };
    if (!signatures.isOf(endStatement(exportedAt, end), head.signature)) {
      return "the signature of the log's end does not fit";
    }
    const wrong = this.#claims.takeEnd(n, chain);
    // Of a log that was removed, receipts were held against what its tombstone and its hashes say.
    return wrong ?? (this.areEventsKept ? receipts.takeEnd(this.attemptId, n, chain, true) : null);
  }
}
