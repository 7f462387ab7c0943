import type { WatchedExamBody, WatchedFacts } from "../../protocol/watched_exam.ts";
import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import { requireLetIn } from "../auth/embedding.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Attempts } from "./attempts.ts";
import { byToken } from "./by_token.ts";

/**
 * What somebody is told of an exam before they agree to be watched in it.
 *
 * @param embedder Origin of the page of another site that asks; null for ours and for machines.
 * @throws {Refusal} `unknown_exam`, `unauthorized` for a token that opens nothing, `forbidden` for a page that the exam does not name.
 */
export async function watchedExam(
  attempts: Attempts,
  body: WatchedExamBody,
  embedder: string | null,
): Promise<WatchedFacts> {
  const exam = "token" in body ? (await byToken(attempts, body.token)).exam : await ofCode(attempts, body.code);
  requireLetIn(embedder, exam);
  const { code, title, language, watched_origin, policy, retention } = exam.document;
  return {
    code,
    title,
    ...(language !== undefined && { language }),
    ...(watched_origin !== undefined && { watched_origin }),
    show_risk: policy.show_risk ?? "live",
    events_days: retention.events_days,
    reports_days: retention.reports_days,
  };
}

async function ofCode({ exams }: Attempts, code: string): Promise<Exam> {
  const exam = await exams.getByCode(code);
  if (exam !== null && exam.state !== "draft") return exam;
  throw new Refusal("unknown_exam", said("no_such_code", { code: code.trim().toUpperCase() }), { path: "code" });
}
