import { account } from "./en/account.ts";
import { actions } from "./en/actions.ts";
import { admin } from "./en/admin.ts";
import { attemptStates } from "./en/attempt_states.ts";
import { calls } from "./en/calls.ts";
import { catalogue } from "./en/catalogue.ts";
import { consent } from "./en/consent.ts";
import { declined } from "./en/declined.ts";
import { done } from "./en/done.ts";
import { drawer } from "./en/drawer.ts";
import { exam } from "./en/exam.ts";
import { exams } from "./en/exams.ts";
import { examScreens } from "./en/exam_screens.ts";
import { examStatus } from "./en/exam_status.ts";
import { feed } from "./en/feed.ts";
import { fieldProblems } from "./en/field_problems.ts";
import { home } from "./en/home.ts";
import { invitation } from "./en/invitation.ts";
import { join } from "./en/join.ts";
import { joinForms } from "./en/join_forms.ts";
import { newExam } from "./en/new_exam.ts";
import { newPassword } from "./en/new_password.ts";
import { page } from "./en/page.ts";
import { privacy } from "./en/privacy.ts";
import { publicPage } from "./en/public_page.ts";
import { refusals } from "./en/refusals.ts";
import { refusalStates } from "./en/refusal_states.ts";
import { refused } from "./en/refused.ts";
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
  catalogue,
  consent,
  declined,
  done,
  drawer,
  exam,
  exams,
  examScreens,
  examStatus,
  feed,
  fieldProblems,
  home,
  invitation,
  join,
  joinForms,
  newExam,
  newPassword,
  page,
  privacy,
  publicPage,
  refusals,
  refusalStates,
  refused,
  roles,
  room,
  signIn,
  staffHeader,
  whatIf,
} as const;
