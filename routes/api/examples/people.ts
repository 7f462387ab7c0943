import type { z } from "zod";
import type { AssignStaffBody } from "../../../protocol/exam_staff.ts";
import type { PersonalBody, RosterBody, SittingBody } from "../../../protocol/roster.ts";
import type { ExampleGroup } from "./example.ts";

export const PEOPLE: ExampleGroup = {
  tag: "people",
  title: "People of an exam",
  lead: "The roster with its personal tokens, and who works on an exam.",
  examples: [
    { operation: "get_roster", keeps: { student_id: "students.0.student_id", louis_id: "students.1.student_id" } },
    { operation: "get_roster", title: "As a table", query: { format: "csv" } },
    {
      operation: "upload_roster",
      query: { apply: "true" },
      file: { type: "text/csv", content: "name,number,group\nGrace Hopper,1003,Room A\n" },
      keeps: { grace_id: "tokens.0.student_id" },
    },
    {
      operation: "put_roster_student",
      fill: { student_id: "grace_id" },
      body: {
        name: "Grace Hopper",
        number: "1003",
        accommodations: { extra_time_percent: 25 },
      } satisfies z.input<typeof RosterBody>,
    },
    { operation: "remove_roster_student", fill: { student_id: "grace_id" } },
    { operation: "renew_token", keeps: { personal_token: "token" } },
    {
      operation: "read_personal_token",
      body: { token: "{personal_token}" } satisfies z.input<typeof PersonalBody>,
    },
    {
      operation: "allow_sitting",
      fill: { student_id: "louis_id" },
      body: { closes_at: "2040-06-01T12:00:00Z" } satisfies z.input<typeof SittingBody>,
    },
    {
      operation: "assign_staff",
      body: { role: "instructor" } satisfies z.input<typeof AssignStaffBody>,
    },
    { operation: "get_exam_staff" },
    { operation: "unassign_staff" },
  ],
};
