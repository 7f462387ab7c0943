import { z } from "zod";
import * as review from "../../protocol/review.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import type { Principal } from "../../server/auth/decide.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { attemptReview, toldStatements } from "../../server/review/attempt_review.ts";
import { shownAttempt } from "../../server/review/own_evidence.ts";
import { reviewQueue } from "../../server/review/review_queue.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { readAttemptId } from "./own_attempt_id.ts";

/** How often one student may say something to the own attempt. */
const STATEMENTS = { perMinute: 3, burst: 5 };

/** What reviewers decide on attempts, and what their students say to them. */
export function reviewRoutes({ attempts, audit, calls, exams, now, stores }: Services): RestRoute[] {
  const limiter = new RateLimiter(STATEMENTS);

  /** Who comes by a link alone is told nothing, and says nothing, before the end. */
  async function readableId(principal: Principal): Promise<string> {
    const attemptId = readAttemptId(principal);
    if (principal.kind === "reader") await shownAttempt(attempts, attemptId);
    return attemptId;
  }

  const list = route({
    operation: "list_review",
    summary: "The attempts of an exam for its reviewers, those with the highest risk first",
    query: review.ReviewQuery,
    answer: z.array(review.ReviewRow),
    async handle({ params, query }) {
      return { body: await reviewQueue(stores, await exams.require(params.exam_id), query.state) };
    },
  });

  const one = route({
    operation: "get_review",
    summary: "How the review of an attempt stands: verdicts, and what its student said",
    answer: review.AttemptReview,
    async handle({ params }) {
      const newest = await exams.require(params.exam_id);
      return { body: await attemptReview(stores.privateReasons, await attempts.view(params.attempt_id), newest) };
    },
  });

  const judge = route({
    operation: "give_verdict",
    summary: "A reviewer's word on an attempt that is over; earlier ones stay in its log",
    body: review.VerdictBody,
    answer: z.array(review.Verdict),
    async handle({ principal, params: { exam_id, attempt_id }, body, address, requestId }) {
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({ ...actor, what: "give_verdict", about: `attempt:${attempt_id}`, why: body.verdict });
      const verdicts = await calls.judge(attempt_id, { ...body, by: actor.who }, [line]);
      exams.forgetFigures(exam_id);
      return { body: verdicts };
    },
  });

  const assign = route({
    operation: "assign_review",
    summary: "Give an attempt to a reviewer, or to nobody",
    body: review.AssignmentBody,
    answer: review.AssignmentAnswer,
    async handle({ principal, params: { exam_id, attempt_id }, body, address, requestId }) {
      const actor = actorOf(principal, address, requestId);
      const why = body.to ?? undefined;
      const line = audit.line({ ...actor, what: "assign_review", about: `attempt:${attempt_id}`, why });
      const assigned_to = await calls.assignReview(attempt_id, body, [line]);
      exams.forgetFigures(exam_id);
      return { body: { assigned_to } };
    },
  });

  const state = route({
    operation: "make_statement",
    summary: "Put the own words beside the evidence, also after the submission",
    body: review.StatementBody,
    answer: z.array(review.StudentStatement),
    status: 201,
    async handle({ principal, body }) {
      const attemptId = await readableId(principal);
      limiter.require(attemptId, now());
      return { body: await calls.state(attemptId, body) };
    },
  });

  const own = route({
    operation: "list_statements",
    summary: "What the own attempt's student said to it",
    answer: z.array(review.StudentStatement),
    async handle({ principal }) {
      return { body: await toldStatements(stores.privateReasons, await attempts.view(await readableId(principal))) };
    },
  });

  return [list, one, judge, assign, state, own];
}
