import { EXTENSION_ORIGIN } from "../../protocol/page_origin.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";

/** Whether pages of an origin may watch attempts of an exam. @param origin The extension's counts where the exam is written elsewhere. */
export function isLetIn(origin: string, { document }: Exam): boolean {
  if (origin === EXTENSION_ORIGIN) return document.watched_origin !== undefined;
  return document.policy.embed_origins?.includes(origin) === true;
}

/**
 * Refuses a page of another site that the exam does not name. Asked with everything that such a page asks for, once it is known
 * which exam it is about.
 *
 * @param embedder Its origin; null for our own pages and for machines.
 * @throws {Refusal} `forbidden`.
 */
export function requireLetIn(embedder: string | null, exam: Exam): void {
  if (embedder !== null && !isLetIn(embedder, exam)) throw new Refusal("forbidden", "not_embedded_there");
}
