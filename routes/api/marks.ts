import { MarkHistory, Marking, MarkingQuery } from "../../protocol/marking.ts";
import * as marks from "../../protocol/marks.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { hasLog } from "../../server/attempts/has_log.ts";
import { roleOf } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import { answersAt } from "../../server/marking/answers_at.ts";
import { examMarks } from "../../server/marking/exam_marks.ts";
import { keyHistory } from "../../server/marking/key_history.ts";
import { markHistory } from "../../server/marking/mark_history.ts";
import { markingList } from "../../server/marking/marking_list.ts";
import { marksCsv } from "../../server/marking/marks_csv.ts";
import { marksOfAttempt, toldMarks } from "../../server/marking/marks_of_attempt.ts";
import { readStatistics } from "../../server/marking/read_statistics.ts";
import { seesAllMarks } from "../../server/marking/sees_all_marks.ts";
import { Sheets } from "../../server/marking/sheets.ts";
import type { Services } from "../../server/services.ts";
import { CSV_TYPE } from "../edge/file_types.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { requireAnswersShown } from "./require_answers_shown.ts";

const encoder = new TextEncoder();

/** Answers, marks and what they come to, for who may see the key. */
export function marksRoutes({ attempts, audit, calls, exams, stores }: Services): RestRoute[] {
  const sheets = new Sheets(attempts);

  const answers = route({
    operation: "get_answers",
    summary: "An attempt's answers at the end, or as they stood at a moment of it, and its marks",
    query: marks.AnswersQuery,
    answer: marks.AttemptAnswers,
    async handle({ principal, params, query }) {
      const view = await attempts.view(params.attempt_id);
      const isProctor = roleOf(principal) === "proctor";
      const exam = await exams.require(params.exam_id);
      requireAnswersShown(principal, exam);
      if (!hasLog(view)) throw new Refusal("wrong_state", "answers_removed");
      const { attemptId, head, record } = view;
      const regraded = isProctor ? {} : await keyHistory(stores, view, exam);
      const end = Math.max(head.lastT, (head.endedAt ?? 0) - record.startedAt);
      return {
        body: {
          t: query.t ?? end,
          answers: await answersAt(attempts, view, query.t ?? Infinity),
          marks: isProctor ? {} : await toldMarks(stores.privateReasons, attemptId, marksOfAttempt(view, exam)),
          ...(Object.keys(regraded).length > 0 && { regraded }),
        },
      };
    },
  });

  const list = route({
    operation: "list_marks",
    summary: "The marks of an exam: JSON, or CSV with format=csv",
    query: marks.MarksQuery,
    answer: marks.ExamMarks,
    async handle({ params, query }) {
      const exam = await exams.require(params.exam_id);
      const body = await examMarks(attempts, exam, sheets);
      if (query.format === "json") return { body };
      const content = encoder.encode(marksCsv(body, exam.document.questions.map(({ id }) => id)));
      return {
        headers: { "content-disposition": 'attachment; filename="marks.csv"' },
        file: { content, type: CSV_TYPE, isHashed: false },
      };
    },
  });

  const set = route({
    operation: "set_mark",
    summary: "Mark one answer; earlier marks stay in the attempt's log",
    body: marks.MarkBody,
    answer: marks.Mark,
    async handle({ principal, params, body, address, requestId }) {
      const { attempt_id, question_id: question } = params;
      const actor = actorOf(principal, address, requestId);
      const line = audit.line({ ...actor, what: "set_mark", about: `attempt:${attempt_id}` });
      const { points, comment = "", rubric, seen, as } = body;
      const mark = { question, points, comment, rubric, by: actor.who, seen, as };
      return { body: await calls.mark(attempt_id, mark, [line]) };
    },
  });

  const statistics = route({
    operation: "get_statistics",
    summary: "What an exam came to: points, and each question's difficulty, discrimination, choices and time",
    answer: marks.ExamStatistics,
    handle: async ({ params }) => ({
      body: await readStatistics(attempts, await exams.require(params.exam_id), sheets),
    }),
  });

  const marking = route({
    operation: "list_marking",
    summary: "What of an exam is to be marked, with the answers to a question or of an attempt",
    query: MarkingQuery,
    answer: Marking,
    async handle({ principal, params, query, address, requestId }) {
      const { who: viewer } = actorOf(principal, address, requestId);
      return { body: await markingList(attempts, await exams.require(params.exam_id), sheets, { ...query, viewer }) };
    },
  });

  const history = route({
    operation: "get_mark_history",
    summary: "Every mark that a person gave to one answer, oldest first, and what changes of its key made of it",
    answer: MarkHistory,
    async handle({ principal, params: { exam_id, attempt_id, question_id: question }, address, requestId }) {
      const { who } = actorOf(principal, address, requestId);
      const [view, newest] = [await attempts.view(attempt_id), await exams.require(exam_id)];
      const keys = await keyHistory(stores, view, newest);
      const isSeen = seesAllMarks(view, newest, question) ? undefined : (by: string) => by === who;
      const ofQuestion = Object.hasOwn(keys, question) ? keys[question] : [];
      return { body: { marks: await markHistory(attempts, attempt_id, question, isSeen), keys: ofQuestion } };
    },
  });

  return [answers, list, set, statistics, marking, history];
}
