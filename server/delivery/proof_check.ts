import { questionOfAnswer } from "../../protocol/items/answer_ids.ts";
import type { LogEntry, ScoringContext } from "../../protocol/log_entry.ts";
import { FIRST_PREV } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { SCORER_VERSION } from "../../scoring/fold.ts";
import { AMONG_STAFF } from "../attempts/action_kinds.ts";
import { createFold, foldEntry } from "../attempts/attempt_fold.ts";
import { ReplaySteps } from "../attempts/replay_steps.ts";
import { hashOf } from "../evidence/exam_hashes.ts";
import { saltedHash } from "../evidence/salted_hash.ts";
import { SignatureCheck, thumbprint } from "../evidence/signature_check.ts";
import { proofStatement, receiptStatement, wholeProofStatement } from "../evidence/statements.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";
import type { Finding } from "./finding.ts";
import { PROOF_ENTRY_PREFIX, type ProofLine } from "./proof_line.ts";
import type { ReceiptBook } from "./receipt_book.ts";

type LineOf<Kind extends ProofLine["kind"]> = Extract<ProofLine, { kind: Kind }>;

/** What an account's first line says, and what follows from it. */
interface Ground {
  line: LineOf<"proof">;
  signatures: SignatureCheck;
  replay: ReplaySteps;
}

const encoder = new TextEncoder();

/** How many entries stand in an account in which form. */
export interface ProofCounts {
  /** In their stored bytes. */
  whole: number;
  /** Without the account of staff that did it. */
  told: number;
  /** By their hash alone. */
  hidden: number;
}

/**
 * The lines of a student's own account, each held against those before it and against the key that signed them. Methods return what
 * is wrong, or null.
 */
export class ProofCheck {
  readonly counts: ProofCounts = { whole: 0, told: 0, hidden: 0 };
  readonly #receipts: ReceiptBook;
  readonly #isWantedKey: (key: LineOf<"proof">["key"]) => boolean;
  #ground: Ground | null = null;
  #n = 0;
  #chain = FIRST_PREV;
  #lastSeq = 0;
  #contexts = new Map<string, ScoringContext>();
  /** Ids of the paper's questions; null where no context tells them. */
  #questions: ReadonlySet<string> | null = null;
  #folded = createFold(new Set());
  #isSameScorer = true;
  #isEnded = false;

  /** @param isWantedKey Whether a key is the one that the account ought to be signed with. */
  constructor(receipts: ReceiptBook, isWantedKey: (key: LineOf<"proof">["key"]) => boolean) {
    this.#receipts = receipts;
    this.#isWantedKey = isWantedKey;
  }

  /** What the first line says; null before it. */
  get head(): LineOf<"proof"> | null {
    return this.#ground?.line ?? null;
  }

  get isEnded(): boolean {
    return this.#isEnded;
  }

  /** Number of the entry that was looked at last. */
  get n(): number {
    return this.#n;
  }

  /** The report after the last entry; null before the first. */
  get report(): RiskReport | null {
    return this.#folded.report;
  }

  /** Whether the scores could be replayed. */
  get isReplayed(): boolean {
    return this.#isSameScorer;
  }

  /** The risk over time by the replay: attempt time in ms and risk; empty where the scores could not be replayed. */
  get timeline(): [number, number][] {
    return this.#isSameScorer ? this.#folded.timeline.toPoints() : [];
  }

  /** How the answers came to be. */
  get replay(): ReplaySteps | null {
    return this.#ground?.replay ?? null;
  }

  /** Highest attempt time of an event, ms. */
  get lastT(): number {
    return this.#folded.lastT;
  }

  /**
   * @param text The line's JSON text.
   * @param before Running hash up to the line before.
   */
  take(line: ProofLine, text: string, before: string): Finding {
    if (this.#ground === null) return line.kind === "proof" ? this.#takeHead(line) : "its first line says whose it is";
    switch (line.kind) {
      case "proof":
        return "it stands at the beginning, once";
      case "context":
        return this.#takeContext(line);
      case "entry":
        return this.#takeWhole(line, text);
      case "told":
        return this.#takeTold(line);
      case "hidden":
        return this.#takeHidden(line);
      case "end":
        return this.#takeEnd(line, before, this.#ground);
    }
  }

  #takeHead(line: LineOf<"proof">): Finding {
    const { key, of, made_at: madeAt, receipt, signature } = line;
    if (key.key_id !== thumbprint(key.public_key)) return "the key bears the name of another one";
    const signatures = new SignatureCheck(key);
    this.#ground = { line, signatures, replay: new ReplaySteps(of.started_at, (id) => this.#isOfPaper(id)) };
    if (!signatures.isOf(proofStatement(madeAt, hashOf(of)), signature)) return "its first line was not signed so";
    const end = { attemptId: of.attempt_id, n: of.n, chain: of.chain };
    if (!signatures.isOf(receiptStatement(end), receipt)) return "the receipt in it was not signed so";
    if (!this.#isWantedKey(key)) return "the file is signed with another key than the one that was given";
    return this.#receipts.takeKey(signatures) ?? this.#receipts.takeManifest(new Set([of.attempt_id]));
  }

  #takeContext({ context_id: id, context, reduced }: LineOf<"context">): Finding {
    if (reduced !== true && sha256Hex(canonicalJson(context)) !== id) {
      return "the scoring context is not the one of its id";
    }
    this.#contexts.set(id, context);
    if (context.question_words !== undefined) this.#questions = new Set(Object.keys(context.question_words));
    return null;
  }

  /** Whether something answers a question of the paper: of contexts of before, which do not tell its questions, everything does. */
  #isOfPaper(answerId: string): boolean {
    return this.#questions === null || this.#questions.has(questionOfAnswer(answerId));
  }

  #takeWhole({ line, entry }: LineOf<"entry">, text: string): Finding {
    const before = `{"line":${line},${PROOF_ENTRY_PREFIX.slice(1)}`;
    if (!text.startsWith(before)) return "its fields are not in their order";
    this.counts.whole++;
    return this.#follow(entry) ?? this.#bind(entry) ??
      this.#link(entry.n, sha256Hex(encoder.encode(text.slice(before.length, -1)))) ?? this.#fold(entry);
  }

  #takeTold({ entry, hash }: LineOf<"told">): Finding {
    this.counts.told++;
    return this.#follow(entry) ?? this.#link(entry.n, hash) ?? this.#fold(entry);
  }

  #takeHidden({ n, hash }: LineOf<"hidden">): Finding {
    this.counts.hidden++;
    if (n !== this.#n + 1) return `entry ${n} stands where entry ${this.#n + 1} belongs`;
    return this.#link(n, hash);
  }

  /** Whether an entry follows the one before it. */
  #follow(entry: LogEntry): Finding {
    if (entry.n !== this.#n + 1) return `entry ${entry.n} stands where entry ${this.#n + 1} belongs`;
    if (entry.prev !== this.#chain) return "its hash of the entry before does not fit";
    if ((entry.n === 1) !== (entry.kind === "started")) return "a log begins with its start, and has one";
    if (AMONG_STAFF.has(entry.kind)) return "it is staff's own, and no part of an account";
    if (entry.kind === "batch" && entry.seq !== this.#lastSeq + 1) {
      return `batch ${entry.seq} stands where batch ${this.#lastSeq + 1} belongs`;
    }
    return null;
  }

  /** Whether the log's start is the one of whoever the first line says. */
  #bind(entry: LogEntry): Finding {
    const of = this.#ground?.line.of;
    if (entry.kind !== "started" || of === undefined) return null;
    if (entry.received_at !== of.started_at) return "the log begins at another time than its first line says";
    // Logs of before bind nothing: for them the signature of the first line stands alone.
    if (entry.binds === undefined) return null;
    const { attempt_id, exam_id, student } = entry.binds;
    if (attempt_id !== of.attempt_id || exam_id !== of.exam_id) return "the log is of another attempt";
    const named = of.student_salt === null ? null : saltedHash("student", of.student_salt, of.student);
    return student === named ? null : "name and number are not those that the log is bound to";
  }

  #link(n: number, hash: string): Finding {
    this.#n = n;
    this.#chain = hash;
    const attemptId = this.#ground?.line.of.attempt_id ?? "";
    return this.#receipts.takeEntry(attemptId, n, hash);
  }

  #fold(entry: LogEntry): Finding {
    const context = this.#contexts.get(entry.context);
    if (context === undefined) return "its scoring context is not in the file";
    if (context.scorer_version !== SCORER_VERSION) this.#isSameScorer = false;
    this.#ground?.replay.take(entry);
    const report = foldEntry(this.#folded, entry, context);
    if (entry.kind !== "batch") return null;
    this.#lastSeq = entry.seq;
    const isSame = report.risk === entry.report.risk && report.level === entry.report.level;
    if (isSame || !this.#isSameScorer) return null;
    return `a replay gives risk ${report.risk} (${report.level}), stored is ${entry.report.risk} (${entry.report.level})`;
  }

  #takeEnd({ entries, signature }: LineOf<"end">, before: string, { line: { of }, signatures }: Ground): Finding {
    this.#isEnded = true;
    if (entries !== this.#n || of.n !== this.#n) {
      return `the log ends at entry ${this.#n}, and was said to have ${of.n}`;
    }
    if (of.chain !== this.#chain) return "what the first line says is not the hash of the last entry";
    if (!signatures.isOf(wholeProofStatement(before, entries), signature)) {
      return "the signature of the whole file does not fit";
    }
    return this.#receipts.takeEnd(of.attempt_id, this.#n, this.#chain, true);
  }
}
