import type { SignatureCheck } from "../evidence/signature_check.ts";
import { manifestStatement } from "../evidence/statements.ts";
import type { ExportLine } from "./export_line.ts";

type ManifestLine = Extract<ExportLine, { kind: "manifest" }>;

/** The signed list of an export's attempts, and how far it has been gone through. Methods return what is wrong, or null. */
export class ManifestCheck {
  readonly #attempts = new Set<string>();
  #isWhole = false;
  #left: IterableIterator<string> | null = null;
  /** Of the attempt whose events were removed, between its tombstone and its line. */
  #emptied: string | null = null;

  get attempts(): ReadonlySet<string> {
    return this.#attempts;
  }

  /** Whether one of its lines was there. */
  get isBegun(): boolean {
    return this.#isWhole || this.#attempts.size > 0;
  }

  /** Whether all of its lines were there. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  takeLine(line: ManifestLine, examId: string, exportedAt: number, signatures: SignatureCheck): string | null {
    const { first, attempts, is_last: isLast, signature } = line;
    if (this.#isWhole || first !== this.#attempts.size + 1) return "this part of the manifest does not belong here";
    const statement = manifestStatement({ examId, exportedAt, first, attempts, isLast });
    if (!signatures.isOf(statement, signature)) return "the manifest's signature does not fit";
    for (const attemptId of attempts) this.#attempts.add(attemptId);
    this.#isWhole = isLast;
    if (isLast) this.#left = this.#attempts.values();
    return null;
  }

  takeTombstone(attemptId: string, removed: "events" | "everything"): string | null {
    if (removed === "events") this.#emptied = attemptId;
    return this.#takeNext(attemptId);
  }

  takeAttempt(attemptId: string, areEventsKept: boolean): string | null {
    const isEmptied = this.#emptied === attemptId;
    if (isEmptied === areEventsKept) return "whether its events were removed is not what its tombstone says";
    this.#emptied = null;
    return isEmptied ? null : this.#takeNext(attemptId);
  }

  /** Takes what comes behind the attempts. */
  takeRest(): string | null {
    if (this.#emptied !== null) return `what is left of attempt ${this.#emptied} belongs here`;
    const next = this.#left?.next();
    return next?.done === false ? `attempt ${next.value} belongs here` : null;
  }

  #takeNext(attemptId: string): string | null {
    const next = this.#left?.next();
    if (next?.done === false && next.value === attemptId) return null;
    return next?.done === false ? `attempt ${next.value} belongs here` : "the manifest does not name this attempt";
  }
}
