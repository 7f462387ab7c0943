import type { EvidenceKey } from "../../protocol/evidence.ts";
import type { ReplayPage } from "../../protocol/replay.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import type { Finding } from "./finding.ts";
import { readLine } from "./read_line.ts";
import { ProofCheck, type ProofCounts } from "./proof_check.ts";
import { type ProofHead, ProofLine } from "./proof_line.ts";
import { readRawLines } from "./raw_lines.ts";
import { ReceiptBook } from "./receipt_book.ts";
import { LineOpener } from "./sealed_lines.ts";
import { type Known, MOST_LINE_BYTES } from "./verify_export.ts";

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
  const opener = new LineOpener();
  const book = new ReceiptBook(receipts);
  const check = new ProofCheck(book, isServerKey ?? (() => true));
  let hash = "";
  let lines = 0;
  const take = (bytes: Uint8Array | null, isEnded: boolean): Finding => {
    lines++;
    if (check.isEnded) return "something stands behind the end";
    if (bytes === null) return "the line is too long to be one of ours";
    const opened = opener.open(bytes);
    if (opened === null || !isEnded) return "its bytes are not the ones that were written";
    const before = hash;
    hash = opened.hash;
    return readLine(ProofLine, opened.text, "an account", (line) => check.take(line, opened.text, before));
  };
  const verdict = (found: Finding): ProofVerdict => {
    const { head, counts, report, isReplayed, replay, lastT } = check;
    const what = typeof found === "string" || found === null ? found : found.what;
    const isFitting = what === null;
    return {
      misfit: what === null ? null : { line: lines, n: check.n, what },
      lines,
      counts,
      of: head?.of ?? null,
      madeAt: head?.made_at ?? null,
      report,
      isReplayed,
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
  };
  for await (const { bytes, isEnded } of readRawLines(stream, MOST_LINE_BYTES)) {
    const found = take(bytes, isEnded);
    if (found !== null) return verdict(found);
  }
  if (check.isEnded) return verdict(null);
  lines++;
  return verdict("the file ends before its end line: something was cut off");
}
