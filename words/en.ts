import { account } from "./en/account.ts";
import { actions } from "./en/actions.ts";
import { admin } from "./en/admin.ts";
import { attempt_states } from "./en/attempt_states.ts";
import { calls } from "./en/calls.ts";
import { done } from "./en/done.ts";
import { drawer } from "./en/drawer.ts";
import { exams } from "./en/exams.ts";
import { feed } from "./en/feed.ts";
import { invitation } from "./en/invitation.ts";
import { new_exam } from "./en/new_exam.ts";
import { new_password } from "./en/new_password.ts";
import { page } from "./en/page.ts";
import { roles } from "./en/roles.ts";
import { room } from "./en/room.ts";
import { sign_in } from "./en/sign_in.ts";
import { staff_header } from "./en/staff_header.ts";
import { what_if } from "./en/what_if.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = {
  account,
  actions,
  admin,
  attempt_states,
  calls,
  done,
  drawer,
  exams,
  feed,
  invitation,
  new_exam,
  new_password,
  page,
  roles,
  room,
  sign_in,
  staff_header,
  what_if,
} as const;
