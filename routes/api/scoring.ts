import { ExtractFeaturesBody, FeaturesAnswer, FeaturesTestAnswer } from "../../protocol/features.ts";
import { CalculateAnswer, CalculateBody, ScoringSummaryAnswer } from "../../protocol/interval_scores.ts";
import { PredictAnswer, PredictBody } from "../../protocol/predict.ts";
import {
  extractFeatures,
  requireIntervals,
  USUAL_INTERVAL_SECONDS,
  USUAL_WINDOW_SECONDS,
} from "../../scoring/features/extract.ts";
import { featureExample } from "../../scoring/features/example.ts";
import { predict } from "../../scoring/models/predict.ts";
import type { Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import { said } from "../../words/refusal.ts";
import { listEvents } from "../../server/review/attempt_log.ts";
import { intervalScores, summariseIntervals } from "../../server/review/interval_scores.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { speechFor, spokenPrediction } from "./spoken.ts";

/** Interval and window where none is asked for. */
const USUAL_WINDOWS = { intervalSeconds: USUAL_INTERVAL_SECONDS, windowSizeSeconds: USUAL_WINDOW_SECONDS };

/** Answers what a scorer finds out of range with its own sentence. @throws {Refusal} `invalid` */
async function withinRange<Value>(score: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await score();
  } catch (error) {
    if (error instanceof RangeError) {
      throw new Refusal("invalid", said("beyond_range", { problem: error.message }), { path: "interval_seconds" });
    }
    throw error;
  }
}

/** The seeds' calls about features and scores. */
export function scoringRoutes(services: Services): RestRoute[] {
  const { attempts, exams, auth } = services;

  async function requireExamStaff(principal: Principal, examId: string): Promise<void> {
    const isStaff = principal.kind === "staff" &&
      (principal.role === "admin" || await auth.assignments.isAssigned(principal.staffId, examId));
    if (!isStaff) throw new Refusal("forbidden", "not_your_exam");
    if (await exams.get(examId) === null) throw new Refusal("not_found", "no_such_exam", { path: "test_id" });
  }

  const extract = route({
    operation: "features_extract",
    summary: "Named features per interval, of an attempt or of given events",
    body: ExtractFeaturesBody,
    asTyped: ["events"],
    answer: FeaturesAnswer,
    async handle({ principal, body }) {
      const windows = {
        intervalSeconds: body.interval_seconds ?? USUAL_INTERVAL_SECONDS,
        windowSizeSeconds: body.window_size_seconds ?? USUAL_WINDOW_SECONDS,
      };
      if ("events" in body) {
        const events = [...body.events].sort((a, b) => a.t - b.t);
        return { body: { intervals: await withinRange(() => extractFeatures(events, windows)) } };
      }
      const stored = await attempts.stored(body.attempt_id);
      if (stored === null && principal.kind === "staff" && principal.role === "admin") {
        throw new Refusal("not_found", "no_such_attempt", { path: "attempt_id" });
      }
      await requireExamStaff(principal, stored?.record.examId ?? "");
      const events = await listEvents(attempts, body.attempt_id);
      return { body: { intervals: await withinRange(() => extractFeatures(events, windows)) } };
    },
  });

  const test = route({
    operation: "features_test",
    summary: "A fixed example and its features",
    answer: FeaturesTestAnswer,
    handle() {
      const events = featureExample();
      return { body: { events, intervals: extractFeatures(events, USUAL_WINDOWS) } };
    },
  });

  const predicted = route({
    operation: "predict",
    summary: "Risk of ten aggregated features, monotone in each, with what it rests on",
    body: PredictBody,
    answer: PredictAnswer,
    handle: ({ body, request }) => ({ body: spokenPrediction(speechFor(request), predict(body)) }),
  });

  const calculate = route({
    operation: "scoring_calculate",
    summary: "Scores per interval of every attempt of an exam: the seeds' rules, a model's, and the live score",
    body: CalculateBody,
    answer: CalculateAnswer,
    async handle({ principal, body }) {
      await requireExamStaff(principal, body.test_id);
      const windows = { intervalSeconds: body.interval_seconds, windowSizeSeconds: body.window_size_seconds };
      const exam = await exams.get(body.test_id);
      await withinRange(() => requireIntervals(windows, (exam?.document.duration_minutes ?? 0) * 60_000));
      const scores = await intervalScores(attempts, body.test_id, windows);
      return { body: { test_id: body.test_id, intervals_processed: scores.length, risk_scores: scores } };
    },
  });

  const summary = route({
    operation: "scoring_summary",
    summary: "The seeds' rules' scores of an exam, summed up per level and per attempt",
    answer: ScoringSummaryAnswer,
    async handle({ principal, params }) {
      await requireExamStaff(principal, params.test_id);
      const scores = await intervalScores(attempts, params.test_id, USUAL_WINDOWS);
      return { body: summariseIntervals(params.test_id, scores) };
    },
  });

  return [extract, test, predicted, calculate, summary];
}
