import { missingIn } from "../../protocol/exam_document.ts";
import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import type { Stores } from "../store/stores.ts";

/**
 * Refuses an exam that lacks what it needs to be published.
 *
 * @param prefix Of the paths that are named, where the document is a part of what was sent.
 * @throws {Refusal} `invalid` with the field.
 */
export async function requireComplete(
  { roster }: Pick<Stores, "roster">,
  examId: string,
  document: Parameters<typeof missingIn>[0],
  prefix = "",
): Promise<void> {
  const hasRoster = document.join !== "roster" || await roster.hasAny(examId);
  const [missing] = missingIn(document, hasRoster);
  if (missing === undefined) return;
  const path = prefix + missing.path;
  throw new Refusal("invalid", said("field", { path, problem: missing.problem }), { path });
}
