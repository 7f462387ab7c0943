import { AttemptResult, PreviewQuery, Release, ReleaseBody, ResultByTokenBody } from "../../protocol/results.ts";
import { rosterLine } from "../../server/attempts/by_token.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { Refusal } from "../../server/errors.ts";
import { ownResult } from "../../server/marking/own_result.ts";
import { hidesNames } from "../../server/marking/hides_names.ts";
import { Releases } from "../../server/marking/release.ts";
import { Sheets } from "../../server/marking/sheets.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** A release that waits for nothing, as a preview shows it. */
const OPEN = { released: true, waits_for: null, key_waits: false } as const;

/** Results: released by the exam's instructors, read by its students. */
export function resultsRoutes({ attempts, audit, exams }: Services): RestRoute[] {
  const releases = new Releases(attempts);
  const sheets = new Sheets(attempts);

  async function resultOf(attemptId: string): Promise<AttemptResult> {
    const view = await attempts.view(attemptId);
    const newest = await exams.require(view.record.examId);
    return await ownResult(attempts, view, newest, await releases.of(newest));
  }

  const standing = route({
    operation: "get_release",
    summary: "Whether an exam's results are released, and what of them students see",
    answer: Release,
    handle: async ({ params }) => ({ body: await releases.of(await exams.require(params.exam_id)) }),
  });

  const release = route({
    operation: "release_results",
    summary: "Release an exam's results to its students, or take them back; again changes nothing",
    body: ReleaseBody,
    answer: Release,
    async handle({ principal, params, body, address, requestId }) {
      const actor = actorOf(principal, address, requestId);
      const { released, show } = body;
      const what = released ? "release_results" : "take_results_back";
      const line = () => audit.line({ ...actor, what, about: `exam:${params.exam_id}` });
      const exam = await exams.require(params.exam_id);
      return { body: await releases.decide(exam, { released, show, by: actor.who }, line) };
    },
  });

  const preview = route({
    operation: "preview_result",
    summary: "An attempt's result as its student would see it, if it were released so",
    query: PreviewQuery,
    answer: AttemptResult,
    async handle({ params, query }) {
      const view = await attempts.view(params.attempt_id);
      const newest = await exams.require(params.exam_id);
      const result = await ownResult(attempts, view, newest, { ...await releases.of(newest), ...OPEN, show: query });
      const isNamed = !result.released || !hidesNames(newest, await sheets.ofExam(newest.examId));
      return { body: isNamed ? result : { ...result, student: { name: "" } } };
    },
  });

  const own = route({
    operation: "get_result",
    summary: "The own result, once it is released",
    answer: AttemptResult,
    async handle({ principal }) {
      if (principal.kind !== "student") throw new Refusal("unauthorized", "student_token_needed");
      return { body: await resultOf(principal.attemptId) };
    },
  });

  const byToken = route({
    operation: "get_result_by_token",
    summary: "The result of the attempt that a personal token began, once it is released",
    body: ResultByTokenBody,
    answer: AttemptResult,
    async handle({ body }) {
      const attemptId = (await rosterLine(attempts, body.token))?.value.attemptId ?? null;
      // A token that has begun nothing is told as one that there is none of.
      if (attemptId === null) throw new Refusal("unauthorized", "opens_nothing");
      return { body: await resultOf(attemptId) };
    },
  });

  return [standing, release, preview, own, byToken];
}
