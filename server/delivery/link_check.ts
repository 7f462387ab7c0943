import { sha256Hex } from "../log/hash.ts";
import type { Tombstone } from "../store/tombstone_store.ts";
import type { ExportLine } from "./export_line.ts";
import type { ReceiptBook } from "./receipt_book.ts";

/** The hashes of a log that was removed, held against its tombstone, which is signed. */
export class LinkCheck {
  readonly attemptId: string;
  readonly #tombstone: Tombstone;
  readonly #receipts: ReceiptBook;
  readonly #hashes: string[] = [];

  constructor(tombstone: Tombstone, receipts: ReceiptBook) {
    this.attemptId = tombstone.attempt_id;
    this.#tombstone = tombstone;
    this.#receipts = receipts;
  }

  /** Whether all hashes were there; an older tombstone knows of none. */
  get isWhole(): boolean {
    return this.#tombstone.links === undefined || this.#hashes.length === this.#tombstone.counts.entries;
  }

  /** @returns What is wrong, or null. */
  take({ attempt_id, first, hashes }: Extract<ExportLine, { kind: "links" }>): string | null {
    if (attempt_id !== this.attemptId || this.isWhole) return "these hashes belong to no log that was removed here";
    if (first !== this.#hashes.length + 1) return "these hashes are not the next ones";
    for (const hash of hashes) {
      this.#hashes.push(hash);
      const wrong = this.#receipts.takeEntry(attempt_id, this.#hashes.length, hash);
      if (wrong !== null) return wrong;
    }
    if (!this.isWhole) return null;
    const { chain, links } = this.#tombstone;
    const isSame = this.#hashes.at(-1) === chain && sha256Hex(this.#hashes.join("")) === links;
    return isSame ? null : "these are not the hashes of the log that was removed";
  }
}
