import { account } from "./de/account.ts";
import { actions } from "./de/actions.ts";
import { admin } from "./de/admin.ts";
import { allowances } from "./de/allowances.ts";
import { alertTexts } from "./de/alert_texts.ts";
import { attemptStates } from "./de/attempt_states.ts";
import { calls } from "./de/calls.ts";
import { catalogue } from "./de/catalogue.ts";
import { consent } from "./de/consent.ts";
import { contributions } from "./de/contributions.ts";
import { declined } from "./de/declined.ts";
import { done } from "./de/done.ts";
import { drawer } from "./de/drawer.ts";
import { exam } from "./de/exam.ts";
import { exams } from "./de/exams.ts";
import { examScreens } from "./de/exam_screens.ts";
import { examStatus } from "./de/exam_status.ts";
import { features } from "./de/features.ts";
import { featureTitles } from "./de/feature_titles.ts";
import { feed } from "./de/feed.ts";
import { fieldProblems } from "./de/field_problems.ts";
import { home } from "./de/home.ts";
import { imports } from "./de/imports.ts";
import { invitation } from "./de/invitation.ts";
import { join } from "./de/join.ts";
import { joinForms } from "./de/join_forms.ts";
import { newExam } from "./de/new_exam.ts";
import { newPassword } from "./de/new_password.ts";
import { ownReasons } from "./de/own_reasons.ts";
import { page } from "./de/page.ts";
import { predictions } from "./de/predictions.ts";
import { privacy } from "./de/privacy.ts";
import { publicPage } from "./de/public_page.ts";
import { publishWarnings } from "./de/publish_warnings.ts";
import { reasons } from "./de/reasons.ts";
import { refusals } from "./de/refusals.ts";
import { refusalStates } from "./de/refusal_states.ts";
import { refused } from "./de/refused.ts";
import { roles } from "./de/roles.ts";
import { room } from "./de/room.ts";
import { signals } from "./de/signals.ts";
import { signIn } from "./de/sign_in.ts";
import { staffHeader } from "./de/staff_header.ts";
import { support } from "./de/support.ts";
import { technologies } from "./de/technologies.ts";
import { whatIf } from "./de/what_if.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = {
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
};
