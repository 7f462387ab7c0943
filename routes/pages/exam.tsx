import type { ExamActions } from "../../islands/student/exam_actions.ts";
import { createExamModel } from "../../islands/student/exam_model.ts";
import { ExamPage } from "../../islands/student/exam_page.tsx";
import type { Manifest } from "../../server/build/manifest.ts";
import { renderDocument } from "./document.tsx";

/** `GET /exam` as HTML: an empty room. The attempt's token is in the student's browser, so all else comes there. */
export function renderExam({ manifest }: { manifest: Manifest }): string {
  return renderDocument({
    title: "Exam",
    manifest,
    script: "exam",
    header: (
      <noscript>
        <p class="border-b border-line bg-medium-soft px-4 py-3">
          An exam needs JavaScript: it saves your answers as you write them. Allow it for this page.
        </p>
      </noscript>
    ),
    children: <ExamPage model={createExamModel()} actions={NO_ACTIONS} />,
  });
}

const NO_ACTIONS: ExamActions = {
  edit: () => {},
  select: () => {},
  open: () => {},
  toggleFlag: () => {},
  review: () => {},
  submit: () => {},
  acknowledge: () => {},
  reload: () => {},
  download: () => Promise.reject(new TypeError("Cannot download on the server")),
};
