import type { EvidenceKey } from "../../protocol/evidence.ts";
import type { NotedReceipt } from "../evidence/receipt_text.ts";
import { ExportCheck } from "./export_check.ts";
import { type ExportCounts, ExportLine } from "./export_line.ts";
import type { Finding } from "./finding.ts";
import { readLine } from "./read_line.ts";
import { readRawLines } from "./raw_lines.ts";
import { ReceiptBook } from "./receipt_book.ts";
import { LineOpener } from "./sealed_lines.ts";

/** A line longer than this is none of ours, bytes: four times the largest document that the server takes. */
export const MOST_LINE_BYTES = 8 * 1024 * 1024;

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
export async function verifyExport(stream: ReadableStream<Uint8Array>, known: Known = {}): Promise<Verdict> {
  const check = new FileCheck(known);
  for await (const { bytes, isEnded } of readRawLines(stream, MOST_LINE_BYTES)) {
    const found = check.take(bytes, isEnded);
    if (found !== null) return check.verdict(found);
  }
  return check.verdict(check.end());
}

class FileCheck {
  readonly #opener = new LineOpener();
  readonly #receipts: ReceiptBook;
  readonly #check: ExportCheck;
  readonly #isKeyGiven: boolean;
  #line = 0;
  #hash = "";

  constructor({ isServerKey, receipts = [] }: Known) {
    this.#receipts = new ReceiptBook(receipts);
    this.#isKeyGiven = isServerKey !== undefined;
    this.#check = new ExportCheck(this.#receipts, isServerKey ?? (() => true));
  }

  /** Takes a line. */
  take(bytes: Uint8Array | null, isEnded: boolean): Finding {
    this.#line++;
    this.#check.entry = null;
    if (this.#check.isEnded) return "something stands behind the end";
    if (bytes === null) return "the line is too long to be one of ours";
    const opened = this.#opener.open(bytes);
    if (opened === null || !isEnded) return "its bytes are not the ones that were written";
    const before = this.#hash;
    this.#hash = opened.hash;
    return readLine(ExportLine, opened.text, "an export", (line) => this.#check.take(line, opened.text, before));
  }

  /** Takes the end of the file. */
  end(): Finding {
    if (this.#check.isEnded) return null;
    this.#line++;
    return "the file ends before its end line: something was cut off";
  }

  verdict(found: Finding): Verdict {
    const { counts, notReplayed, files, pictures, key, title } = this.#check;
    const { fitting, untold } = this.#receipts;
    return {
      misfit: found === null ? null : this.#misfit(found),
      lines: this.#line,
      title,
      counts,
      contents: { files, pictures },
      notReplayed,
      hash: this.#hash,
      key,
      isKeyConfirmed: found === null && (this.#isKeyGiven || fitting + untold > 0),
      receipts: { fitting, untold },
    };
  }

  #misfit(found: Exclude<Finding, null>): Misfit {
    const { attempt, entry } = this.#check;
    const attemptId = attempt?.attemptId ?? null;
    if (typeof found !== "string") return { ...found, attemptId, n: null, seq: null };
    return {
      line: this.#line,
      what: found,
      attemptId,
      n: entry?.n ?? attempt?.nextN ?? null,
      seq: entry === null ? attempt?.nextSeq ?? null : entry.seq,
    };
  }
}
