import { account } from "./de/account.ts";
import { actions } from "./de/actions.ts";
import { addresses } from "./de/addresses.ts";
import { admin } from "./de/admin.ts";
import { alike } from "./de/alike.ts";
import { allowances } from "./de/allowances.ts";
import { alertTexts } from "./de/alert_texts.ts";
import { api } from "./de/api.ts";
import { attemptStates } from "./de/attempt_states.ts";
import { bank } from "./de/bank.ts";
import { before } from "./de/before.ts";
import { calls } from "./de/calls.ts";
import { catalogue } from "./de/catalogue.ts";
import { check } from "./de/check.ts";
import { consent } from "./de/consent.ts";
import { contributions } from "./de/contributions.ts";
import { demo } from "./de/demo.ts";
import { declined } from "./de/declined.ts";
import { docs } from "./de/docs.ts";
import { docsSearch } from "./de/docs_search.ts";
import { done } from "./de/done.ts";
import { drawer } from "./de/drawer.ts";
import { editor } from "./de/editor.ts";
import { editorItems } from "./de/editor_items.ts";
import { editorMore } from "./de/editor_more.ts";
import { editorProblems } from "./de/editor_problems.ts";
import { editorSettings } from "./de/editor_settings.ts";
import { editorSections } from "./de/editor_sections.ts";
import { editorTexts } from "./de/editor_texts.ts";
import { evidenceLinks } from "./de/evidence_links.ts";
import { exam } from "./de/exam.ts";
import { examTabs } from "./de/exam_tabs.ts";
import { examMoves } from "./de/exam_moves.ts";
import { examPaper } from "./de/exam_paper.ts";
import { exams } from "./de/exams.ts";
import { examScreens } from "./de/exam_screens.ts";
import { examStatus } from "./de/exam_status.ts";
import { features } from "./de/features.ts";
import { featureTitles } from "./de/feature_titles.ts";
import { feed } from "./de/feed.ts";
import { fieldProblems } from "./de/field_problems.ts";
import { formulas } from "./de/formulas.ts";
import { home } from "./de/home.ts";
import { imports } from "./de/imports.ts";
import { itemRules } from "./de/item_rules.ts";
import { importing } from "./de/importing.ts";
import { invitation } from "./de/invitation.ts";
import { join } from "./de/join.ts";
import { joinForms } from "./de/join_forms.ts";
import { many } from "./de/many.ts";
import { marking } from "./de/marking.ts";
import { newExam } from "./de/new_exam.ts";
import { newPassword } from "./de/new_password.ts";
import { overview } from "./de/overview.ts";
import { ownEvidence } from "./de/own_evidence.ts";
import { ownReasons } from "./de/own_reasons.ts";
import { ownStatement } from "./de/own_statement.ts";
import { ownWord } from "./de/own_word.ts";
import { page } from "./de/page.ts";
import { people } from "./de/people.ts";
import { personalLink } from "./de/personal_link.ts";
import { predictions } from "./de/predictions.ts";
import { privacy } from "./de/privacy.ts";
import { publicPage } from "./de/public_page.ts";
import { publishWarnings } from "./de/publish_warnings.ts";
import { readyTexts } from "./de/ready_texts.ts";
import { reasons } from "./de/reasons.ts";
import { refusals } from "./de/refusals.ts";
import { refusalStates } from "./de/refusal_states.ts";
import { refused } from "./de/refused.ts";
import { result } from "./de/result.ts";
import { results } from "./de/results.ts";
import { replay } from "./de/replay.ts";
import { report } from "./de/report.ts";
import { review } from "./de/review.ts";
import { roles } from "./de/roles.ts";
import { room } from "./de/room.ts";
import { roomPeople } from "./de/room_people.ts";
import { rosterNotes } from "./de/roster_notes.ts";
import { signals } from "./de/signals.ts";
import { signIn } from "./de/sign_in.ts";
import { sitting } from "./de/sitting.ts";
import { slips } from "./de/slips.ts";
import { staffHeader } from "./de/staff_header.ts";
import { staffNotes } from "./de/staff_notes.ts";
import { statements } from "./de/statements.ts";
import { support } from "./de/support.ts";
import { technologies } from "./de/technologies.ts";
import { verdicts } from "./de/verdicts.ts";
import { verify } from "./de/verify.ts";
import { watch } from "./de/watch.ts";
import { watchPage } from "./de/watch_page.ts";
import { whatIf } from "./de/what_if.ts";
import type { Sentences } from "./words.ts";

export const de: Sentences = {
  account,
  actions,
  addresses,
  admin,
  alike,
  allowances,
  alertTexts,
  api,
  attemptStates,
  bank,
  before,
  calls,
  catalogue,
  check,
  consent,
  contributions,
  declined,
  demo,
  docs,
  docsSearch,
  done,
  drawer,
  editor,
  editorItems,
  editorMore,
  editorProblems,
  editorSettings,
  editorSections,
  editorTexts,
  evidenceLinks,
  exam,
  examTabs,
  examMoves,
  examPaper,
  exams,
  examScreens,
  examStatus,
  features,
  featureTitles,
  feed,
  fieldProblems,
  formulas,
  home,
  imports,
  importing,
  invitation,
  itemRules,
  join,
  joinForms,
  many,
  marking,
  newExam,
  newPassword,
  overview,
  ownEvidence,
  ownReasons,
  ownStatement,
  ownWord,
  page,
  people,
  personalLink,
  predictions,
  privacy,
  publicPage,
  publishWarnings,
  readyTexts,
  reasons,
  refusals,
  refusalStates,
  refused,
  replay,
  report,
  result,
  results,
  review,
  roles,
  room,
  roomPeople,
  rosterNotes,
  signals,
  signIn,
  sitting,
  slips,
  staffHeader,
  staffNotes,
  statements,
  support,
  technologies,
  verdicts,
  verify,
  watch,
  watchPage,
  whatIf,
};
