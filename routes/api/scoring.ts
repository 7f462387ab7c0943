import * as rest from "../../protocol/rest.ts";
import { extractFeatures } from "../../scoring/features/extract.ts";
import { FEATURE_EXAMPLE } from "../../scoring/features/example.ts";
import { scoreIntervals } from "../../scoring/features/score_intervals.ts";
import { predict } from "../../scoring/models/predict.ts";
import type { Principal } from "../../server/auth/permissions.ts";
import { Refusal } from "../../server/errors.ts";
import { listEvents } from "../../server/review/attempt_log.ts";
import { intervalScores, summariseIntervals } from "../../server/review/interval_scores.ts";
import type { Services } from "../../server/services.ts";
import { type Route, route } from "./route.ts";

/** Interval and window where none is asked for, in s. */
const DEFAULT_INTERVAL_SECONDS = 30;
const DEFAULT_WINDOW_SECONDS = 60;

/** The seeds' calls about features and scores. */
export function scoringRoutes(services: Services): Route[] {
  const { attempts, exams, auth } = services;

  async function requireExamStaff(principal: Principal, examId: string): Promise<void> {
    const isStaff = principal.kind === "staff" &&
      (principal.role === "admin" || await auth.assignments.isAssigned(principal.staffId, examId));
    if (!isStaff) throw new Refusal("forbidden", "This exam is not among yours.");
    if (await exams.get(examId) === null) throw new Refusal("not_found", "There is no such exam.", { path: "test_id" });
  }

  const extract = route({
    operation: "features_extract",
    summary: "Named features per interval, of an attempt or of given events",
    body: rest.ExtractFeaturesBody,
    answer: rest.FeaturesAnswer,
    async handle({ principal, body }) {
      const windows = {
        intervalSeconds: body.interval_seconds ?? DEFAULT_INTERVAL_SECONDS,
        windowSizeSeconds: body.window_size_seconds ?? DEFAULT_WINDOW_SECONDS,
      };
      if ("events" in body) {
        const events = [...body.events].sort((a, b) => a.t - b.t);
        return { body: { intervals: extractFeatures(events, windows) } };
      }
      const stored = await attempts.stored(body.attempt_id);
      if (stored === null && principal.kind === "staff" && principal.role === "admin") {
        throw new Refusal("not_found", "There is no such attempt.", { path: "attempt_id" });
      }
      await requireExamStaff(principal, stored?.record.examId ?? "");
      return { body: { intervals: extractFeatures(await listEvents(attempts, body.attempt_id), windows) } };
    },
  });

  const test = route({
    operation: "features_test",
    summary: "A fixed example and its features",
    answer: rest.FeaturesTestAnswer,
    handle: () => ({
      body: {
        events: FEATURE_EXAMPLE,
        intervals: extractFeatures(FEATURE_EXAMPLE, {
          intervalSeconds: DEFAULT_INTERVAL_SECONDS,
          windowSizeSeconds: DEFAULT_WINDOW_SECONDS,
        }),
      },
    }),
  });

  const predicted = route({
    operation: "predict",
    summary: "Risk of ten aggregated features",
    body: rest.PredictBody,
    answer: rest.PredictAnswer,
    handle: ({ body }) => ({ body: predict(body) }),
  });

  const calculate = route({
    operation: "scoring_calculate",
    summary: "Scores per interval of every attempt of an exam",
    body: rest.CalculateBody,
    answer: rest.CalculateAnswer,
    async handle({ principal, body }) {
      await requireExamStaff(principal, body.test_id);
      const windows = { intervalSeconds: body.interval_seconds, windowSizeSeconds: body.window_size_seconds };
      const scores = await intervalScores(attempts, body.test_id, windows, scoreIntervals);
      return { body: { test_id: body.test_id, intervals_processed: scores.length, risk_scores: scores } };
    },
  });

  const summary = route({
    operation: "scoring_summary",
    summary: "Scores of an exam, summed up per level and per attempt",
    answer: rest.ScoringSummaryAnswer,
    async handle({ principal, params }) {
      await requireExamStaff(principal, params.test_id);
      const windows = { intervalSeconds: DEFAULT_INTERVAL_SECONDS, windowSizeSeconds: DEFAULT_WINDOW_SECONDS };
      const scores = await intervalScores(attempts, params.test_id, windows, scoreIntervals);
      return { body: summariseIntervals(params.test_id, scores) };
    },
  });

  return [extract, test, predicted, calculate, summary];
}
