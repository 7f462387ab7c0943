import * as protocol from "../../protocol/exam_staff.ts";
import { InviteBody } from "../../protocol/staff.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { assignStaff, examStaff, unassignStaff } from "../../server/exams/exam_staff.ts";
import type { Services } from "../../server/services.ts";
import { requireStaff } from "../edge/require_staff.ts";
import { requireValid } from "../edge/require_valid.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Who works on an exam, at any time of it. */
export function examStaffRoutes(services: Services): RestRoute[] {
  const { exams } = services;

  const list = route({
    operation: "get_exam_staff",
    summary: "Who works on an exam",
    answer: protocol.ExamStaffList,
    async handle({ params }) {
      const { examId } = await exams.require(params.exam_id);
      return { body: await examStaff(services, examId) };
    },
  });

  const assign = route({
    operation: "assign_staff",
    summary: "Assign an account to an exam, or invite whoever has none yet",
    body: protocol.AssignStaffBody,
    answer: protocol.AssignStaffAnswer,
    async handle({ principal, params, body, address, requestId, words }) {
      const { examId } = await exams.require(params.exam_id);
      const { username } = requireValid(InviteBody.pick({ username: true }), { username: params.username }, words);
      const actor = actorOf(principal, address, requestId);
      const by = { actor, mayInviteInstructors: requireStaff(principal).role === "admin" };
      return { body: await assignStaff(services, examId, { username, role: body.role, groups: body.groups }, by) };
    },
  });

  const unassign = route({
    operation: "unassign_staff",
    summary: "Take an account off an exam",
    async handle({ principal, params, address, requestId }) {
      const { examId } = await exams.require(params.exam_id);
      const by = { staffId: requireStaff(principal).staffId, actor: actorOf(principal, address, requestId) };
      await unassignStaff(services, examId, params.username, by);
      return {};
    },
  });

  return [list, assign, unassign];
}
