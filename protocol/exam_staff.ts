import { z } from "zod";
import { MAX_GROUP_CHARACTERS } from "./limits.ts";
import { StaffRole } from "./exam.ts";

/** Groups of one account in one exam, at most. */
const MOST_STAFF_GROUPS = 200;

/** Who works on an exam, as its instructors see them. */
export const ExamStaffMember = z.strictObject({
  username: z.string(),
  role: StaffRole.describe("Of the account, in every exam that it is assigned to"),
  disabled: z.boolean(),
  groups: z.array(z.string()).describe("Groups of the roster that they look after; empty for all"),
});
export type ExamStaffMember = z.infer<typeof ExamStaffMember>;

/** `GET /api/exams/{exam_id}/staff`, by name. Admins may do everything and need not be among them. */
export const ExamStaffList = z.array(ExamStaffMember);

/** `PUT /api/exams/{exam_id}/staff/{username}`: the role counts where there is no account of the name yet. */
export const AssignStaffBody = z.strictObject({
  role: z.enum(["proctor", "instructor"]).default("proctor"),
  groups: z.array(z.string().min(1).max(MAX_GROUP_CHARACTERS)).max(MOST_STAFF_GROUPS).optional().describe(
    "Groups of the roster that they look after, in place of those before; empty for all. Of an account that is there",
  ),
});

/** An account that is assigned, or an invitation for one that is not there yet. */
export const AssignStaffAnswer = z.strictObject({
  username: z.string(),
  role: StaffRole,
  state: z.enum(["assigned", "invited"]),
  token: z.string().optional().describe("Of the invitation; shown once"),
  expires_at: z.number().optional().describe("Of the invitation, ms since 1970"),
});
export type AssignStaffAnswer = z.infer<typeof AssignStaffAnswer>;
