import type { AuthoredExam, KeptExam as Kept } from "./authored_exam.ts";
import { KEPT_EXAM } from "../staff/kept_work.ts";
import { KeptExam } from "./authored_exam.ts";

/** Where a browser keeps texts: `localStorage`, or nothing where it is switched off. */
export type TextStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * What the server does not have yet of an exam, kept in this browser: by exam, until it is saved.
 *
 * A browser without storage, or with a full one, keeps nothing and breaks nothing.
 */
export class LocalCopy {
  readonly #key: string;

  constructor(private readonly storage: () => TextStorage, examId: string) {
    this.#key = KEPT_EXAM + examId;
  }

  read(): Kept | null {
    try {
      const text = this.storage().getItem(this.#key);
      if (text === null) return null;
      // A field for a number in which none stands is NaN, which JSON writes as null.
      const parsed = KeptExam.safeParse(JSON.parse(text, (_, value) => value === null ? NaN : value));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** @returns Whether it is kept. */
  write(revision: number, document: AuthoredExam): boolean {
    try {
      this.storage().setItem(this.#key, JSON.stringify({ revision, document }));
      return true;
    } catch {
      return false;
    }
  }

  forget(): void {
    try {
      this.storage().removeItem(this.#key);
    } catch {
      // There is nothing to forget.
    }
  }
}
