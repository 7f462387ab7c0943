import type { NotedReceipt, Receipt } from "../evidence/receipt_text.ts";
import type { SignatureCheck } from "../evidence/signature_check.ts";
import { receiptStatement } from "../evidence/statements.ts";

interface Noted {
  line: number;
  receipt: Receipt;
}

/** Receipts that people kept, held against an export. Methods return what is wrong, or null. */
export class ReceiptBook {
  /** Receipts that fit. */
  fitting = 0;
  /** Receipts of entries that were removed since, of which only the log's end can be told. */
  untold = 0;
  readonly #noted: Noted[] = [];
  readonly #unread: number[] = [];
  readonly #byAttempt: Map<string, Noted[]>;

  constructor(receipts: readonly NotedReceipt[]) {
    for (const { line, receipt } of receipts) {
      if (receipt === null) this.#unread.push(line);
      else this.#noted.push({ line, receipt });
    }
    this.#byAttempt = Map.groupBy(this.#noted, ({ receipt }) => receipt.attemptId);
  }

  /** Whether each can be read and was signed with the export's key. */
  takeKey(signatures: SignatureCheck): string | null {
    if (this.#unread.length > 0) {
      return `what stands on line ${this.#unread[0]} of the receipts is no receipt, or was copied wrongly`;
    }
    const foreign = this.#noted.find(({ receipt }) => !signatures.isOf(receiptStatement(receipt), receipt.signature));
    return foreign === undefined ? null : `the receipt on line ${foreign.line} was signed with another key`;
  }

  /** Whether there is a receipt of an attempt that the export does not hold. */
  takeManifest(attemptIds: ReadonlySet<string>): string | null {
    for (const [attemptId, [{ line }]] of this.#byAttempt) {
      if (!attemptIds.has(attemptId)) {
        return `the receipt on line ${line} is of attempt ${attemptId}, which is not here`;
      }
    }
    return null;
  }

  takeEntry(attemptId: string, n: number, chain: string): string | null {
    for (const { line, receipt } of this.#byAttempt.get(attemptId) ?? []) {
      if (receipt.n !== n) continue;
      if (receipt.chain !== chain) return `the receipt on line ${line} was given for another entry ${n}`;
      this.fitting++;
    }
    return null;
  }

  /** @param isWhole Whether every entry was there to be taken. */
  takeEnd(attemptId: string, n: number, chain: string, isWhole: boolean): string | null {
    const later = this.#byAttempt.get(attemptId)?.find(({ receipt }) => receipt.n > n);
    if (later !== undefined) {
      return `the receipt on line ${later.line} was given at entry ${later.receipt.n}, and the log ends before it`;
    }
    if (isWhole) return null;
    this.untold += (this.#byAttempt.get(attemptId) ?? []).filter(({ receipt }) => receipt.n < n).length;
    return this.takeEntry(attemptId, n, chain);
  }
}
