import { account } from "./en/account.ts";
import { actions } from "./en/actions.ts";
import { admin } from "./en/admin.ts";
import { attemptStates } from "./en/attempt_states.ts";
import { calls } from "./en/calls.ts";
import { done } from "./en/done.ts";
import { drawer } from "./en/drawer.ts";
import { exams } from "./en/exams.ts";
import { feed } from "./en/feed.ts";
import { invitation } from "./en/invitation.ts";
import { newExam } from "./en/new_exam.ts";
import { newPassword } from "./en/new_password.ts";
import { page } from "./en/page.ts";
import { roles } from "./en/roles.ts";
import { room } from "./en/room.ts";
import { signIn } from "./en/sign_in.ts";
import { staffHeader } from "./en/staff_header.ts";
import { whatIf } from "./en/what_if.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = {
  account,
  actions,
  admin,
  attemptStates,
  calls,
  done,
  drawer,
  exams,
  feed,
  invitation,
  newExam,
  newPassword,
  page,
  roles,
  room,
  signIn,
  staffHeader,
  whatIf,
} as const;
