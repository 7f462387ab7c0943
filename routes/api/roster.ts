import { z } from "zod";
import * as protocol from "../../protocol/roster.ts";
import { personalAnswer } from "../../server/attempts/personal_answer.ts";
import { type Actor, actorOf } from "../../server/audit/audit_log.ts";
import { Refusal } from "../../server/errors.ts";
import { applyRows, rosterFaults } from "../../server/exams/roster/apply_changes.ts";
import * as student from "../../server/exams/roster/change_student.ts";
import { planChanges } from "../../server/exams/roster/plan_changes.ts";
import { fewNotes, readRosterFile } from "../../server/exams/roster/read_roster.ts";
import { listRoster, readRoster } from "../../server/exams/roster/roster_lines.ts";
import { rosterCsv } from "../../server/exams/roster/write_roster.ts";
import { setJoin, standingExam } from "../../server/exams/set_join.ts";
import type { Services } from "../../server/services.ts";
import { type Exam, revisionOf } from "../../server/store/exam_store.ts";
import { rosterText } from "../../words/roster_note.ts";
import { CSV_TYPE } from "../edge/file_types.ts";
import { type Call, type RestRoute, route } from "../edge/route.ts";

const encoder = new TextEncoder();

/** Whom an exam lets in, and on which terms. */
export function rosterRoutes(services: Services): RestRoute[] {
  const { attempts, exams, stores } = services;

  const list = route({
    operation: "get_roster",
    summary: "The roster of an exam, without tokens: JSON, or CSV with format=csv",
    query: protocol.RosterQuery,
    answer: protocol.Roster,
    async handle({ params, query }) {
      const { examId, document } = await exams.require(params.exam_id);
      const students = await listRoster(stores, examId);
      if (query.format === "json") return { body: { students } };
      return {
        headers: { "content-disposition": `attachment; filename="${document.code.toLowerCase()}-roster.csv"` },
        file: { content: encoder.encode(rosterCsv(students)), type: CSV_TYPE, isHashed: false },
      };
    },
  });

  const upload = route({
    operation: "upload_roster",
    summary: "What a CSV or JSON file adds to a roster and changes of it; stored with apply=true alone",
    body: z.instanceof(Uint8Array<ArrayBuffer>),
    query: protocol.RosterUploadQuery,
    answer: protocol.RosterUploadAnswer,
    async handle({ principal, params, body, query, address, requestId, words }) {
      const { examId } = await exams.require(params.exam_id);
      const { rows, notes: read } = readRosterFile(body, query.time_zone);
      const wrong = read.filter(({ level }) => level === "error");
      if (query.apply && wrong.length > 0) throw rosterFaults(wrong);
      const actor = actorOf(principal, address, requestId);
      // Before anything is written: what the caller has not seen is not decided over.
      const standing = query.join && await standingExam(services, examId, query.revision);
      const { changes, notes, tokens } = query.apply
        ? await applyRows(services, examId, rows, actor)
        : { ...planChanges(await readRoster(stores, examId), rows), tokens: undefined };
      const exam = query.join && standing && query.apply ? await joinNow(standing, query.join, actor) : standing;
      return {
        body: {
          students: changes.map(({ line, change, fields, stored }) => ({
            ...{ line, change, ...fields },
            ...(stored && { student_id: stored.studentId }),
          })),
          notes: fewNotes([...read, ...notes]).map((note) => ({
            ...{ line: note.line, level: note.level, message: rosterText(note, words) },
          })),
          ...(tokens && { tokens }),
          ...(exam && { exam: { join: exam.document.join, revision: revisionOf(exam) } }),
        },
      };
    },
  });

  /** Who may join from now on. What was applied is told in any case: its tokens are told once. */
  async function joinNow(standing: Exam, join: protocol.JoinWay, actor: Actor): Promise<Exam> {
    const { examId } = standing;
    try {
      return await setJoin(services, examId, join, actor);
    } catch (error) {
      if (error instanceof Refusal) return standing;
      throw error;
    } finally {
      exams.forget(examId);
    }
  }

  /** Which student of which exam a call is about. */
  async function about({ principal, params, address, requestId }: Call<unknown, unknown>) {
    const { examId } = await exams.require(params.exam_id);
    return { examId, studentId: params.student_id, actor: actorOf(principal, address, requestId) };
  }

  const put = route({
    operation: "put_roster_student",
    summary: "Put other fields into a student's line of the roster",
    body: protocol.RosterBody,
    answer: protocol.RosterLine,
    handle: async (call) => ({ body: await student.putStudent(services, await about(call), call.body) }),
  });

  const remove = route({
    operation: "remove_roster_student",
    summary: "Take a student off the roster who has not begun",
    async handle(call) {
      await student.removeStudent(services, await about(call));
      return {};
    },
  });

  const renew = route({
    operation: "renew_token",
    summary: "Make another personal token for a student; the one of before opens nothing then",
    answer: protocol.RosterToken,
    handle: async (call) => ({ body: await student.renewToken(services, await about(call)) }),
  });

  const sitting = route({
    operation: "allow_sitting",
    summary: "Let a student sit the exam once more; the attempt of before stays",
    body: protocol.SittingBody,
    answer: protocol.RosterToken,
    handle: async (call) => ({ body: await student.allowSitting(services, await about(call), call.body) }),
  });

  const personal = route({
    operation: "read_personal_token",
    summary: "Whom a personal token is for, and how long they have",
    body: protocol.PersonalBody,
    answer: protocol.PersonalAnswer,
    handle: async ({ body }) => ({ body: await personalAnswer(attempts, body.token) }),
  });

  return [list, upload, put, remove, renew, sitting, personal];
}
