import type { EvidenceKey } from "../../protocol/evidence.ts";
import type { ReplayPage } from "../../protocol/replay.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { checkLines } from "./check_lines.ts";
import { ProofCheck, type ProofCounts } from "./proof_check.ts";
import { type ProofHead, ProofLine } from "./proof_line.ts";
import { ReceiptBook } from "./receipt_book.ts";
import type { Known } from "./verify_export.ts";

/** What checking a student's own account found. */
export interface ProofVerdict {
  /** The first thing that does not fit, with its line and the entry before it; null where all fits. */
  misfit: { line: number; n: number; what: string } | null;
  lines: number;
  counts: ProofCounts;
  /** Whose account it is, as it says; null where it does not come so far. */
  of: ProofHead | null;
  /** When it was made, server time in ms; null where it does not come so far. */
  madeAt: number | null;
  report: RiskReport | null;
  /** Whether every score was held against a replay: those of another version of the scorer are not. */
  isReplayed: boolean;
  /** The replayed risk over time: attempt time in ms and risk; empty where it was not replayed, or something does not fit. */
  timeline: [number, number][];
  /** Hash of the last line: whoever notes it can tell this very file from any other. */
  hash: string;
  key: EvidenceKey | null;
  /** Whether something from outside the file, a key or a receipt, says that the key is the server's. */
  isKeyConfirmed: boolean;
  /** Receipts that fit. */
  fitting: number;
  /** How the answers came to be, but for the questions, which stand in no account; null where something does not fit. */
  replay: Omit<ReplayPage, "questions"> | null;
}

/** Checks the raw bytes of a student's own account, offline and in one pass. Stops at the first misfit. */
export async function verifyProof(
  stream: ReadableStream<Uint8Array>,
  { isServerKey, receipts = [] }: Known = {},
): Promise<ProofVerdict> {
  const book = new ReceiptBook(receipts);
  const check = new ProofCheck(book, isServerKey ?? (() => true));
  const { found, lines, hash } = await checkLines(stream, ProofLine, "an account", check);
  const { head, counts, report, isReplayed, replay, lastT, n } = check;
  const isFitting = found === null;
  return {
    misfit: isFitting ? null : { line: lines, n, what: typeof found === "string" ? found : found.what },
    lines,
    counts,
    of: head?.of ?? null,
    madeAt: head?.made_at ?? null,
    report,
    isReplayed,
    timeline: isFitting ? check.timeline : [],
    hash,
    key: head?.key ?? null,
    isKeyConfirmed: isFitting && (isServerKey !== undefined || book.fitting > 0),
    fitting: book.fitting,
    replay: !isFitting || head === null || replay === null ? null : {
      started_at: head.of.started_at,
      end_t: Math.max(lastT, (head.of.ended_at ?? 0) - head.of.started_at),
      steps: replay.steps,
      keys: [...replay.keys],
      next: null,
    },
  };
}
