import { z } from "zod";
import { KEPT_MARK, unsavedStorage } from "../staff/kept_work.ts";

const Draft = z.object({ points: z.string(), comment: z.string(), met: z.array(z.string()).default([]) });
/** What a marker has written for an answer and not saved yet. */
export type Draft = z.infer<typeof Draft>;

/**
 * Drafts of marks, in this browser alone, until they are saved. A browser that keeps nothing is no reason to stop: the draft
 * then lives as long as the answer is shown.
 */
export class Drafts {
  readonly #prefix: string;

  constructor(examId: string) {
    this.#prefix = `${KEPT_MARK}${examId}:`;
  }

  get(attempt: string, question: string): Draft | null {
    try {
      return Draft.nullable().catch(null).parse(
        JSON.parse(localStorage.getItem(this.#keyOf(attempt, question)) ?? "null"),
      );
    } catch {
      return null;
    }
  }

  put(attempt: string, question: string, draft: Draft): void {
    try {
      unsavedStorage().setItem(this.#keyOf(attempt, question), JSON.stringify(draft));
    } catch {
      // Full, or denied.
    }
  }

  remove(attempt: string, question: string): void {
    try {
      localStorage.removeItem(this.#keyOf(attempt, question));
    } catch {
      // Denied: there is none.
    }
  }

  #keyOf(attempt: string, question: string): string {
    return `${this.#prefix}${attempt}:${question}`;
  }
}
