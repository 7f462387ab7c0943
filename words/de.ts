import { account } from "./de/account.ts";
import { actions } from "./de/actions.ts";
import { admin } from "./de/admin.ts";
import { attemptStates } from "./de/attempt_states.ts";
import { calls } from "./de/calls.ts";
import { done } from "./de/done.ts";
import { drawer } from "./de/drawer.ts";
import { exams } from "./de/exams.ts";
import { feed } from "./de/feed.ts";
import { invitation } from "./de/invitation.ts";
import { newExam } from "./de/new_exam.ts";
import { newPassword } from "./de/new_password.ts";
import { page } from "./de/page.ts";
import { roles } from "./de/roles.ts";
import { room } from "./de/room.ts";
import { signIn } from "./de/sign_in.ts";
import { staffHeader } from "./de/staff_header.ts";
import { whatIf } from "./de/what_if.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = {
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
};
