import { z } from "zod";
import type { Principal } from "../../server/auth/permissions.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import * as rest from "../../protocol/rest.ts";
import { explain } from "../../scoring/explain.ts";
import { reportOf } from "../../server/attempts/attempts.ts";
import { effectiveDeadline, end } from "../../server/attempts/interventions.ts";
import type { LiveAttempt } from "../../server/attempts/live_attempt.ts";
import { startAttempt } from "../../server/attempts/start_attempt.ts";
import { Refusal } from "../../server/errors.ts";
import { paperOf } from "../../server/exams/paper.ts";
import { alertOf } from "../../server/room/reactions.ts";
import type { Services } from "../../server/services.ts";
import { type Route, route } from "./route.ts";

/** Reasons that `/risk_score` names. */
const REASONS = 10;

/** The attempt that a student's token opens. @throws {Refusal} `unauthorized` */
function ownAttempt(principal: Principal): string {
  if (principal.kind !== "student") throw new Refusal("unauthorized", "A student's session token is needed.");
  return principal.attemptId;
}

/** What the student's own browser asks for. */
export function examRoutes(services: Services): Route[] {
  const { attempts, rooms, now } = services;

  const start = route({
    operation: "start_exam",
    summary: "Begin an attempt, by exam code and name or by a personal token",
    body: rest.StartExamBody,
    answer: rest.StartExamAnswer,
    status: 201,
    async handle({ body }) {
      const answer = await startAttempt(attempts, body, (attemptId, examId) => void warnOfReuse(attemptId, examId));
      const attempt = attempts.peek(answer.attempt_id);
      if (attempt !== null) rooms.show(attempt, true);
      return { body: answer };
    },
  });

  async function warnOfReuse(attemptId: string, examId: string): Promise<void> {
    try {
      const attempt = await attempts.open(attemptId);
      const text = "A used personal token was tried again, perhaps on another device.";
      rooms.alert(examId, alertOf(attempt, text, now(), "token_reused"));
    } catch (error) {
      services.fault("Telling proctors of a used token", error);
    }
  }

  const log = route({
    operation: "log_activity",
    summary: "Append a batch of captured events",
    body: rest.LogActivityBody,
    answer: rest.LogActivityAnswer,
    async handle({ principal, body }) {
      const attempt = await attempts.open(ownAttempt(principal));
      const outcome = await attempt.append(body, now());
      if (outcome.kind === "expected") {
        throw new Refusal("gap", `Batch ${outcome.seq} is wanted next.`, {
          path: "seq",
          extra: { expected: outcome.seq },
        });
      }
      if (outcome.kind === "conflict") {
        throw new Refusal("conflict", `Batch ${outcome.seq} is stored with other events.`, {
          path: "seq",
          extra: { seq: outcome.seq, last_seq: outcome.lastSeq },
        });
      }
      const { risk, level } = attempt.head.risk;
      return { body: { ack: outcome.seq, risk_score: risk, risk_level: level } };
    },
  });

  const score = route({
    operation: "risk_score",
    summary: "An attempt's risk now, with its reasons",
    query: z.object({ attempt_id: z.string().min(1).max(64).optional() }),
    answer: rest.RiskScoreAnswer,
    async handle({ principal, query }) {
      const attemptId = query.attempt_id ?? ownAttempt(principal);
      const attempt = await attempts.open(attemptId);
      return { body: riskAnswer(attempt, reportOf(attempt)) };
    },
  });

  const submit = route({
    operation: "submit_exam",
    summary: "End the own attempt",
    body: rest.SubmitExamBody,
    answer: rest.SubmitExamAnswer,
    async handle({ principal, body }) {
      const attempt = await attempts.open(ownAttempt(principal));
      await submitAttempt(attempt, body.answers ?? null, now());
      return {
        body: { attempt_id: attempt.attemptId, state: "submitted" as const, risk_score: attempt.head.risk.risk },
      };
    },
  });

  const own = route({
    operation: "get_attempt",
    summary: "The own attempt, to go on after a reload",
    answer: rest.AttemptAnswer,
    async handle({ principal }) {
      const attempt = await attempts.open(ownAttempt(principal));
      await attempt.settled();
      const { record, head, exam, state } = attempt;
      return {
        body: {
          attempt_id: attempt.attemptId,
          state: head.state,
          student: record.student,
          started_at: record.startedAt,
          deadline: effectiveDeadline(head, now()),
          server_time: now(),
          last_seq: head.lastSeq,
          last_t: head.lastT,
          exam: paperOf(exam),
          answers: state.sheet.toAnswers(),
          receipt: head.chain,
        },
      };
    },
  });

  return [start, log, score, submit, own];
}

function riskAnswer(attempt: LiveAttempt, report: RiskReport): rest.RiskScoreAnswer {
  return {
    attempt_id: attempt.attemptId,
    risk_score: report.risk,
    risk_level: report.level,
    categories: report.categories,
    signals: report.signals,
    reasons: explain(attempt.state.score, report, attempt.context, REASONS),
    updated_at: attempt.head.lastSeen,
  };
}

/** Appends the answers that were given along, and ends the attempt. A second time changes nothing. */
async function submitAttempt(attempt: LiveAttempt, answers: Parameters<LiveAttempt["answer"]>[0] | null, now: number) {
  const { head, exam } = attempt;
  if (head.state === "submitted" || head.state === "terminated") return;
  const isInGrace = now <= effectiveDeadline(head, now) + exam.document.policy.grace_minutes * 60_000;
  if (answers !== null && head.state !== "expired" && isInGrace) await attempt.answer(answers, "student", now);
  if (head.state === "expired") return;
  try {
    await attempt.intervene(end({ by: "student", now, reason: null }, "student"));
  } catch (error) {
    // Submitted twice at the same moment: the first one did it.
    if (!(error instanceof Refusal && error.code === "wrong_state")) throw error;
    await attempt.settled();
  }
}
