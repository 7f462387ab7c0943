import type { ExamActions } from "../../islands/student/exam_actions.ts";
import { createExamModel } from "../../islands/student/exam_model.ts";
import { ExamPage } from "../../islands/student/exam_page.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, type PublicPageProps } from "./public_page.tsx";

/** `GET /exam` as HTML: an empty room. The attempt's token is in the student's browser, so all else comes there. */
export function renderExam({ manifest, words }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.exam.untitled,
    manifest,
    words,
    script: "exam",
    groups: [
      ...["exam", "examStatus", "examScreens", "features", "reasons", "ownReasons", "refused", "support"] as const,
      "technologies",
    ],
    header: <NoScript class="border-b border-line bg-medium-soft px-4 py-3" />,
    children: <ExamPage model={createExamModel()} actions={NO_ACTIONS} />,
  });
}

const NO_ACTIONS: ExamActions = {
  edit: () => {},
  field: () => () => {},
  select: () => {},
  open: () => {},
  toggleFlag: () => {},
  toggleHidden: () => {},
  review: () => {},
  submit: () => {},
  acknowledge: () => {},
  call: () => false,
  endBreak: () => {},
  reload: () => {},
  lateWork: () => new Blob(),
  download: () => Promise.reject(new TypeError("Cannot download on the server")),
};
