import { account } from "./en/account.ts";
import { actions } from "./en/actions.ts";
import { addresses } from "./en/addresses.ts";
import { admin } from "./en/admin.ts";
import { alike } from "./en/alike.ts";
import { allowances } from "./en/allowances.ts";
import { alertTexts } from "./en/alert_texts.ts";
import { api } from "./en/api.ts";
import { attemptStates } from "./en/attempt_states.ts";
import { bank } from "./en/bank.ts";
import { before } from "./en/before.ts";
import { calls } from "./en/calls.ts";
import { catalogue } from "./en/catalogue.ts";
import { check } from "./en/check.ts";
import { consent } from "./en/consent.ts";
import { contributions } from "./en/contributions.ts";
import { demo } from "./en/demo.ts";
import { declined } from "./en/declined.ts";
import { docs } from "./en/docs.ts";
import { docsSearch } from "./en/docs_search.ts";
import { done } from "./en/done.ts";
import { drawer } from "./en/drawer.ts";
import { editor } from "./en/editor.ts";
import { editorItems } from "./en/editor_items.ts";
import { editorMore } from "./en/editor_more.ts";
import { editorProblems } from "./en/editor_problems.ts";
import { editorSettings } from "./en/editor_settings.ts";
import { editorSections } from "./en/editor_sections.ts";
import { editorTexts } from "./en/editor_texts.ts";
import { evidenceLinks } from "./en/evidence_links.ts";
import { exam } from "./en/exam.ts";
import { examTabs } from "./en/exam_tabs.ts";
import { examMoves } from "./en/exam_moves.ts";
import { examPaper } from "./en/exam_paper.ts";
import { exams } from "./en/exams.ts";
import { examScreens } from "./en/exam_screens.ts";
import { examStatus } from "./en/exam_status.ts";
import { features } from "./en/features.ts";
import { featureTitles } from "./en/feature_titles.ts";
import { feed } from "./en/feed.ts";
import { fieldProblems } from "./en/field_problems.ts";
import { formulas } from "./en/formulas.ts";
import { home } from "./en/home.ts";
import { imports } from "./en/imports.ts";
import { itemRules } from "./en/item_rules.ts";
import { importing } from "./en/importing.ts";
import { invitation } from "./en/invitation.ts";
import { join } from "./en/join.ts";
import { joinForms } from "./en/join_forms.ts";
import { many } from "./en/many.ts";
import { marking } from "./en/marking.ts";
import { newExam } from "./en/new_exam.ts";
import { newPassword } from "./en/new_password.ts";
import { overview } from "./en/overview.ts";
import { ownEvidence } from "./en/own_evidence.ts";
import { ownReasons } from "./en/own_reasons.ts";
import { ownStatement } from "./en/own_statement.ts";
import { ownWord } from "./en/own_word.ts";
import { page } from "./en/page.ts";
import { people } from "./en/people.ts";
import { personalLink } from "./en/personal_link.ts";
import { predictions } from "./en/predictions.ts";
import { privacy } from "./en/privacy.ts";
import { publicPage } from "./en/public_page.ts";
import { publishWarnings } from "./en/publish_warnings.ts";
import { readyTexts } from "./en/ready_texts.ts";
import { reasons } from "./en/reasons.ts";
import { refusals } from "./en/refusals.ts";
import { refusalStates } from "./en/refusal_states.ts";
import { refused } from "./en/refused.ts";
import { result } from "./en/result.ts";
import { results } from "./en/results.ts";
import { replay } from "./en/replay.ts";
import { report } from "./en/report.ts";
import { review } from "./en/review.ts";
import { roles } from "./en/roles.ts";
import { room } from "./en/room.ts";
import { roomPeople } from "./en/room_people.ts";
import { rosterNotes } from "./en/roster_notes.ts";
import { signals } from "./en/signals.ts";
import { signIn } from "./en/sign_in.ts";
import { sitting } from "./en/sitting.ts";
import { slips } from "./en/slips.ts";
import { staffHeader } from "./en/staff_header.ts";
import { staffNotes } from "./en/staff_notes.ts";
import { statements } from "./en/statements.ts";
import { support } from "./en/support.ts";
import { technologies } from "./en/technologies.ts";
import { verdicts } from "./en/verdicts.ts";
import { verify } from "./en/verify.ts";
import { watch } from "./en/watch.ts";
import { watchPage } from "./en/watch_page.ts";
import { whatIf } from "./en/what_if.ts";

/** English, which every other language follows: its keys, and the values in each sentence. */
export const en = {
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
} as const;
