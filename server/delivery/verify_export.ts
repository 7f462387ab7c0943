import type { EvidenceKey } from "../../protocol/evidence.ts";
import type { NotedReceipt } from "../evidence/receipt_text.ts";
import { checkLines } from "./check_lines.ts";
import { ExportCheck } from "./export_check.ts";
import { type ExportCounts, ExportLine } from "./export_line.ts";
import type { Finding } from "./finding.ts";
import { ReceiptBook } from "./receipt_book.ts";

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
  /** Of the exam; null where the file does not come so far. */
  title: string | null;
  counts: ExportCounts;
  /** Handed-in files and pictures whose bytes stand in the export. */
  contents: { files: number; pictures: number };
  /** Attempts whose scores were made by another version of the scorer, and so could not be held against a replay. */
  notReplayed: number;
  /** Running hash of the last line: whoever notes it can tell this very file from any other. */
  hash: string;
  /** The key that the file says that it is signed with, and that its signatures are of; null where it says none. */
  key: EvidenceKey | null;
  /** Whether something from outside the file, a key or a receipt, says that the key is the server's. */
  isKeyConfirmed: boolean;
  /** Receipts that fit, and those of entries that were removed since. */
  receipts: { fitting: number; untold: number };
}

/** What is known from elsewhere than the file. */
export interface Known {
  /** Whether a key is one that the server signs with. */
  isServerKey?: (key: EvidenceKey) => boolean;
  receipts?: readonly NotedReceipt[];
}

/**
 * Checks an export's raw bytes, offline and in one pass: every line's seal, every signature, every attempt's chain and what
 * it is bound to, every flag, every picture and file that stands in it, and every score by replay. Stops at the first misfit. Memory grows with the number of
 * attempts, by their ids, and not with their length.
 */
export async function verifyExport(
  stream: ReadableStream<Uint8Array>,
  { isServerKey, receipts = [] }: Known = {},
): Promise<Verdict> {
  const book = new ReceiptBook(receipts);
  const check = new ExportCheck(book, isServerKey ?? (() => true));
  const { found, isTaken, lines, hash } = await checkLines(stream, ExportLine, "an export", check);
  const { counts, notReplayed, files, pictures, key, title } = check;
  const { fitting, untold } = book;
  return {
    misfit: found === null ? null : misfitOf(found, lines, check.attempt, isTaken ? check.entry : null),
    lines,
    title,
    counts,
    contents: { files, pictures },
    notReplayed,
    hash,
    key,
    isKeyConfirmed: found === null && (isServerKey !== undefined || fitting + untold > 0),
    receipts: { fitting, untold },
  };
}

function misfitOf(
  found: Exclude<Finding, null>,
  line: number,
  attempt: ExportCheck["attempt"],
  entry: ExportCheck["entry"],
): Misfit {
  const attemptId = attempt?.attemptId ?? null;
  if (typeof found !== "string") return { ...found, attemptId, n: null, seq: null };
  return {
    line,
    what: found,
    attemptId,
    n: entry?.n ?? attempt?.nextN ?? null,
    seq: entry === null ? attempt?.nextSeq ?? null : entry.seq,
  };
}
