import { z } from "zod";
import { agentOf } from "../../server/attempts/agent_mark.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import { lengthOfAnswers } from "../../protocol/items/answer_form.ts";
import { AttemptAnswer, AttemptQuery, BackBody, CallBody, SeenBody } from "../../protocol/attempt.ts";
import { LogActivityAnswer, LogActivityBody } from "../../protocol/log_activity.ts";
import { RiskScoreAnswer, RiskScoreQuery } from "../../protocol/risk_score.ts";
import { StartExamAnswer, StartExamBody } from "../../protocol/start_exam.ts";
import { SubmitExamAnswer, SubmitExamBody } from "../../protocol/submit_exam.ts";
import { PracticeEvents } from "../../protocol/student_messages.ts";
import { WatchedExam, WatchedExamBody } from "../../protocol/watched_exam.ts";
import { explain } from "../../scoring/explain.ts";
import { type AttemptView, reportOf } from "../../server/attempts/attempts.ts";
import { dueAt, effectiveDeadline } from "../../server/attempts/effective_deadline.ts";
import type { JoinNews } from "../../server/attempts/join_news.ts";
import { closingOf, ownPaper, rulesOf } from "../../server/attempts/own_closing.ts";
import { startAttempt } from "../../server/attempts/start_attempt.ts";
import { isRiskShown, showRiskOf } from "../../server/attempts/shown_risk.ts";
import { summarise } from "../../server/attempts/risk_summary.ts";
import { watchedExam } from "../../server/attempts/watched_exam.ts";
import { takesStatements } from "../../server/attempts/takes_statements.ts";
import { JoinLimits } from "../../server/auth/join_limits.ts";
import { Refusal } from "../../server/errors.ts";
import { said } from "../../words/refusal.ts";
import { Speaker } from "../../words/speaker.ts";
import { WATCH_CONSENT_VERSION, watchTexts } from "../../words/watch_texts.ts";
import { type AnswerSpeech, spokenReason } from "../../server/review/spoken.ts";
import { endOf, ownRisk, standingOf } from "../../server/room/student_news.ts";
import type { Services } from "../../server/services.ts";
import { wordsFor } from "../edge/language.ts";
import { deviceCookie } from "../edge/device_cookie.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { ownAttemptId } from "./own_attempt_id.ts";
import { speechFor } from "./spoken.ts";

/** Reasons that `/risk_score` names. */
const REASONS = 10;

/** What the student's own browser asks for. */
export function studentRoutes(services: Services): RestRoute[] {
  const { attempts, auth, calls, exams, rooms, now, settings, studentRates } = services;
  const joinLimits = new JoinLimits(now, settings.joinsPerMinute);

  const start = route({
    operation: "start_exam",
    summary: "Begin an attempt, by exam code and name or by a personal token",
    body: StartExamBody,
    answer: StartExamAnswer,
    status: 201,
    async handle({ body, request, address, device, embedder, isOwnPage, mustBeSecure }) {
      const known = device();
      const joiner = { address, deviceId: known?.id ?? null, hasToken: "token" in body };
      const onNews = (news: JoinNews) => {
        calls.tellOfJoin(news).catch((error) => services.fault("Telling proctors of a join", error));
      };
      const answer = await joinLimits.admit(
        joiner,
        () => startAttempt(attempts, body, onNews, { agent: agentOf(request.headers), embedder }),
      );
      const attempt = attempts.peek(answer.attempt_id);
      if (attempt !== null) rooms.joined(attempt);
      if (!isOwnPage) return { body: answer };
      return {
        headers: { "set-cookie": deviceCookie(auth.devices.token(known), mustBeSecure()) },
        body: answer,
      };
    },
  });

  const watched = route({
    operation: "read_watched_exam",
    summary: "What an exam is, for whoever is asked to be watched in it, by its code or a personal token",
    body: WatchedExamBody,
    answer: WatchedExam,
    async handle({ body, embedder, request }) {
      const exam = await watchedExam(attempts, body, embedder);
      const { language, counted, sentences } = wordsFor(request, exam.language);
      const kept = { events: exam.events_days, reports: exam.reports_days };
      const texts = watchTexts(new Speaker(language, counted), sentences, kept);
      return { body: { ...exam, spoken: { language: language.tag, consent_version: WATCH_CONSENT_VERSION, texts } } };
    },
  });

  const log = route({
    operation: "log_activity",
    summary: "Append a batch of captured events",
    body: LogActivityBody,
    asTyped: ["events"],
    answer: LogActivityAnswer,
    async handle({ principal, body }) {
      const attemptId = ownAttemptId(principal);
      const { outcome, risk, level } = await calls.append(attemptId, body);
      if (outcome.kind === "expected") {
        throw new Refusal("gap", said("batch_wanted", { seq: outcome.seq }), {
          path: "seq",
          extra: { expected: outcome.seq },
        });
      }
      if (outcome.kind === "conflict") {
        throw new Refusal("conflict", said("other_batch", { seq: outcome.seq }), {
          path: "seq",
          extra: { seq: outcome.seq, last_seq: outcome.lastSeq },
        });
      }
      const { seq, answers } = outcome;
      if (answers !== undefined) studentRates.sent(attemptId, lengthOfAnswers(answers.answers));
      return { body: { ack: seq, risk_score: risk, risk_level: level, ...(answers && { answers }) } };
    },
  });

  const score = route({
    operation: "risk_score",
    summary: "An attempt's risk now, with its reasons",
    query: RiskScoreQuery,
    answer: RiskScoreAnswer,
    async handle({ principal, query, request }) {
      const attemptId = query.attempt_id ?? ownAttemptId(principal);
      const attempt = await attempts.view(attemptId);
      const to = principal.kind === "student" ? "student" : "staff";
      if (to === "student" && !isRiskShown(attempt)) return { body: hiddenRisk(attempt) };
      return { body: riskAnswer(attempt, reportOf(attempt), speechFor(request), to) };
    },
  });

  const submit = route({
    operation: "submit_exam",
    summary: "End the own attempt",
    body: SubmitExamBody,
    asTyped: ["answers"],
    answer: SubmitExamAnswer,
    async handle({ principal, body }) {
      const attemptId = ownAttemptId(principal);
      const { risk } = await calls.submit(attemptId, body.answers ?? null);
      return { body: { attempt_id: attemptId, state: "submitted" as const, risk_score: risk } };
    },
  });

  const own = route({
    operation: "get_attempt",
    summary: "The own attempt, to go on after a reload, or where no socket can be opened",
    query: AttemptQuery,
    answer: AttemptAnswer,
    async handle({ principal, query }) {
      const attemptId = ownAttemptId(principal);
      if (query.polled) await calls.polled(attemptId);
      const attempt = await attempts.view(attemptId);
      const { record, head, folded } = attempt;
      const newest = await exams.get(record.examId) ?? attempt.exam;
      const closing = closingOf(attempt, newest);
      const answers = folded.sheet.toAnswers();
      studentRates.sent(attemptId, lengthOfAnswers(answers));
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
          ...(head.state === "waiting" && dueAt(head) !== null && { waits_until: head.deadline }),
          ...(record.declared && { declared: record.declared }),
          exam: ownPaper(attempt),
          ...(folded.path.furthest !== null && { furthest: folded.path.furthest }),
          answers,
          ...(closing !== null && { closing }),
          receipt: attempts.receiptOf(attempt),
          last_hash: head.lastHash,
          ...standingOf(attempt),
          show_risk: showRiskOf(attempt),
          ...rulesOf(attempt),
          ...(closing === null && takesStatements(newest) && { takes_statements: true }),
          ...(!isRiskShown(attempt) ? { risk: null } : head.lastSeq > 0 && { risk: ownRisk(attempt) }),
          ...(head.endedBy !== null && { ended: endOf(attempt, attempts.receiptOf(attempt)) }),
        },
      };
    },
  });

  const seen = route({
    operation: "see_notice",
    summary: "Say that a proctor's notice was read",
    body: SeenBody,
    async handle({ principal, body }) {
      await calls.see(ownAttemptId(principal), body.id);
      return {};
    },
  });

  const callForHelp = route({
    operation: "call_proctor",
    summary: "Ask for a proctor",
    body: CallBody,
    async handle({ principal, body }) {
      await calls.callProctor(ownAttemptId(principal), body.text ?? "");
      return {};
    },
  });

  const practise = route({
    operation: "practise",
    summary: "Keys that were typed for practice while the attempt waits",
    body: z.strictObject({ events: PracticeEvents }),
    async handle({ principal, body }) {
      await calls.practise(ownAttemptId(principal), body.events);
      return {};
    },
  });

  const takeBreak = route({
    operation: "take_break",
    summary: "Take a break that needs no asking",
    body: z.strictObject({}),
    async handle({ principal }) {
      await calls.takeBreak(ownAttemptId(principal));
      return {};
    },
  });

  const back = route({
    operation: "end_break",
    summary: "Say that one is back from a break before it is over",
    body: BackBody,
    async handle({ principal }) {
      await calls.comeBack(ownAttemptId(principal));
      return {};
    },
  });

  return [start, watched, log, score, submit, own, seen, callForHelp, practise, takeBreak, back];
}

/** What a student is answered who is not to see the own risk now. */
function hiddenRisk({ attemptId, head }: AttemptView): RiskScoreAnswer {
  return {
    attempt_id: attemptId,
    risk_score: null,
    risk_level: null,
    insufficient: null,
    categories: null,
    signals: null,
    reasons: null,
    updated_at: head.lastSeen,
  };
}

function riskAnswer(
  attempt: AttemptView,
  report: RiskReport,
  speech: AnswerSpeech,
  to: "student" | "staff",
): RiskScoreAnswer {
  return {
    attempt_id: attempt.attemptId,
    risk_score: report.risk,
    risk_level: report.level,
    insufficient: summarise(report).insufficient,
    categories: report.categories,
    signals: report.signals,
    reasons: explain(attempt.folded.score, report, attempt.context, REASONS).map((reason) =>
      spokenReason(speech, reason, to)
    ),
    updated_at: attempt.head.lastSeen,
  };
}
