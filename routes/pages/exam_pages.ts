import type { ExamStaffMember } from "../../protocol/exam_staff.ts";
import type { TabbedExam } from "../../islands/staff/exam_tabs.tsx";
import type { Operation } from "../../server/auth/permissions.ts";
import type { Manifest } from "../../server/build/manifest.ts";
import { examStaff } from "../../server/exams/exam_staff.ts";
import { toldExam } from "../../server/exams/told_exam.ts";
import type { Services } from "../../server/services.ts";
import type { Exam } from "../../server/store/exam_store.ts";
import { wordsOf } from "../../words/languages.ts";
import { wordsFor } from "../edge/language.ts";
import type { Route } from "../edge/route.ts";
import { renderEdit } from "./edit.tsx";
import { renderMarking } from "./marking.tsx";
import { renderOverview } from "./overview.tsx";
import { paperFacts } from "./paper/paper_facts.ts";
import { readPart, renderPaper } from "./paper/render_paper.tsx";
import { renderPeople, renderSlips } from "./people.tsx";
import { renderPrint } from "./print.tsx";
import { renderResults } from "./results.tsx";
import { renderCompare, renderReview, renderReviewAttempt } from "./review.tsx";
import { renderRoom } from "./room.tsx";
import type { StaffPageProps } from "./staff_page.tsx";
import { requireViewer } from "./require_viewer.ts";

/** The pages of one exam: what each is given of it, and what makes a page of that. */
export function examPages(services: Services, manifest: Manifest): Route[] {
  const { exams } = services;
  const groupsIn = async (examId: string) => ({ group_staff: staffOfGroups(await examStaff(services, examId)) });

  function page<Told>(
    operation: Operation,
    tell: (exam: Exam) => Told,
    render: (props: StaffPageProps & { exam: Told }, params: Record<string, string>) => string | Promise<string>,
  ): Route {
    return {
      operation,
      async handle({ principal, params, words }) {
        const exam = tell(await exams.require(params.exam_id));
        return { html: await render({ manifest, words, viewer: requireViewer(principal), exam }, params) };
      },
    };
  }

  return [
    page("page_edit", toldExam, renderEdit),
    page("page_room", roomFacts, async (props) => renderRoom({ ...props, ...await groupsIn(props.exam.exam_id) })),
    page(
      "page_room_attempt",
      roomFacts,
      async (props, { row_id }) => renderRoom({ ...props, row_id, ...await groupsIn(props.exam.exam_id) }),
    ),
    page("page_people", peopleFacts, renderPeople),
    page("page_slips", peopleFacts, renderSlips),
    {
      operation: "page_paper",
      async handle({ principal, params, request, ownOrigin, words }) {
        const exam = await exams.require(params.exam_id);
        const html = renderPaper({
          manifest,
          words,
          viewer: requireViewer(principal),
          exam: paperFacts(exam),
          examWords: wordsFor(request, exam.document.language),
          origin: ownOrigin,
          part: readPart(new URL(request.url).searchParams.get("part")),
        });
        return { html };
      },
    },
    page("page_marking", tabbed, renderMarking),
    page("page_review", tabbed, renderReview),
    // Before the attempts: none is called "compare".
    page("page_review_compare", tabbed, renderCompare),
    page("page_review_attempt", tabbed, (props, { attempt_id }) => renderReviewAttempt({ ...props, attempt_id })),
    page("page_overview", tabbed, renderOverview),
    page("page_print", tabbed, renderPrint),
    page("page_results", tabbed, renderResults),
  ];
}

/** The accounts that look after each group of which that is said. */
function staffOfGroups(staff: readonly ExamStaffMember[]): Record<string, string[]> {
  // A group may be named as something that every object has.
  const ofGroups: Record<string, string[]> = Object.create(null);
  for (const { username, groups, disabled } of staff) {
    // Who may not come in looks after nobody.
    if (!disabled) { for (const group of groups) (ofGroups[group] ??= []).push(username); }
  }
  return ofGroups;
}

/** What a page says that asks for all else itself. */
function tabbed({ examId, document }: Exam): TabbedExam {
  return { exam_id: examId, title: document.title };
}

function peopleFacts({ examId, state, document: { code, title, join, opens_at } }: Exam) {
  return { exam_id: examId, code, title, state, join, opens_at: opens_at ?? null };
}

function roomFacts({ examId, state, document }: Exam) {
  return {
    exam_id: examId,
    code: document.code,
    title: document.title,
    state,
    join: document.join,
    questions: document.questions.map((question) => question.id),
    opens_at: document.opens_at ?? null,
    closes_at: document.closes_at ?? null,
    at_hundred: document.policy.at_hundred,
    ready_texts: readyTexts(document.language),
  };
}

/** In the order in which they are offered. */
const READY_TEXTS = ["calm", "stay", "network", "hand", "quiet", "corrected"] as const;

/** What a message to a student may begin with, in the exam's language. */
function readyTexts(language: string | undefined): string[] {
  const { sentences } = wordsOf(language === undefined ? [] : [language]);
  return READY_TEXTS.map((key) => sentences.readyTexts[key]);
}
