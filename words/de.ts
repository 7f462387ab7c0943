import { account } from "./de/account.ts";
import { actions } from "./de/actions.ts";
import { admin } from "./de/admin.ts";
import { attempt_states } from "./de/attempt_states.ts";
import { calls } from "./de/calls.ts";
import { done } from "./de/done.ts";
import { drawer } from "./de/drawer.ts";
import { exams } from "./de/exams.ts";
import { feed } from "./de/feed.ts";
import { invitation } from "./de/invitation.ts";
import { new_exam } from "./de/new_exam.ts";
import { new_password } from "./de/new_password.ts";
import { page } from "./de/page.ts";
import { roles } from "./de/roles.ts";
import { room } from "./de/room.ts";
import { sign_in } from "./de/sign_in.ts";
import { staff_header } from "./de/staff_header.ts";
import { what_if } from "./de/what_if.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = {
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
};
