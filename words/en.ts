import { account } from "./en/account.ts";
import { actions } from "./en/actions.ts";
import { admin } from "./en/admin.ts";
import { allowances } from "./en/allowances.ts";
import { alertTexts } from "./en/alert_texts.ts";
import { attemptStates } from "./en/attempt_states.ts";
import { calls } from "./en/calls.ts";
import { catalogue } from "./en/catalogue.ts";
import { consent } from "./en/consent.ts";
import { contributions } from "./en/contributions.ts";
import { declined } from "./en/declined.ts";
import { done } from "./en/done.ts";
import { drawer } from "./en/drawer.ts";
import { exam } from "./en/exam.ts";
import { exams } from "./en/exams.ts";
import { examScreens } from "./en/exam_screens.ts";
import { examStatus } from "./en/exam_status.ts";
import { features } from "./en/features.ts";
import { featureTitles } from "./en/feature_titles.ts";
import { feed } from "./en/feed.ts";
import { fieldProblems } from "./en/field_problems.ts";
import { home } from "./en/home.ts";
import { imports } from "./en/imports.ts";
import { invitation } from "./en/invitation.ts";
import { join } from "./en/join.ts";
import { joinForms } from "./en/join_forms.ts";
import { newExam } from "./en/new_exam.ts";
import { newPassword } from "./en/new_password.ts";
import { ownReasons } from "./en/own_reasons.ts";
import { page } from "./en/page.ts";
import { predictions } from "./en/predictions.ts";
import { privacy } from "./en/privacy.ts";
import { publicPage } from "./en/public_page.ts";
import { publishWarnings } from "./en/publish_warnings.ts";
import { reasons } from "./en/reasons.ts";
import { refusals } from "./en/refusals.ts";
import { refusalStates } from "./en/refusal_states.ts";
import { refused } from "./en/refused.ts";
import { roles } from "./en/roles.ts";
import { room } from "./en/room.ts";
import { signals } from "./en/signals.ts";
import { signIn } from "./en/sign_in.ts";
import { staffHeader } from "./en/staff_header.ts";
import { support } from "./en/support.ts";
import { technologies } from "./en/technologies.ts";
import { whatIf } from "./en/what_if.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = {
  account,
  actions,
  admin,
  allowances,
  alertTexts,
  attemptStates,
  calls,
  catalogue,
  consent,
  contributions,
  declined,
  done,
  drawer,
  exam,
  exams,
  examScreens,
  examStatus,
  features,
  featureTitles,
  feed,
  fieldProblems,
  home,
  imports,
  invitation,
  join,
  joinForms,
  newExam,
  newPassword,
  ownReasons,
  page,
  predictions,
  privacy,
  publicPage,
  publishWarnings,
  reasons,
  refusals,
  refusalStates,
  refused,
  roles,
  room,
  signals,
  signIn,
  staffHeader,
  support,
  technologies,
  whatIf,
} as const;
