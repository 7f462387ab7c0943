import type { ExamActions } from "../../islands/student/exam_actions.ts";
import { createExamModel } from "../../islands/student/exam_model.ts";
import { ExamPage } from "../../islands/student/exam_page.tsx";
import { FileUploads } from "../../islands/student/file_uploads.ts";
import { renderDocument } from "./document.tsx";
import { NoScript, type PublicPageProps } from "./public_page.tsx";

/** `GET /exam` as HTML: an empty room. The attempt's token is in the student's browser, so all else comes there. */
export function renderExam({ manifest, words, styleNonce }: PublicPageProps & { styleNonce: string }): string {
  return renderDocument({
    title: words.sentences.exam.untitled,
    manifest,
    words,
    script: "exam",
    styleNonce,
    groups: [
      ...[
        "exam",
        "examStatus",
        "examScreens",
        "features",
        "reasons",
        "ownReasons",
        "ownWord",
        "refused",
        "support",
      ] as const,
      "technologies",
      "sitting",
    ],
    header: <NoScript class="border-b border-line bg-medium-soft px-4 py-3" />,
    children: <ExamPage model={createExamModel()} actions={NO_ACTIONS} />,
  });
}

const NO_ACTIONS: ExamActions = {
  edit: () => {},
  field: () => () => {},
  select: () => {},
  files: new FileUploads({
    send: () => Promise.reject(new TypeError("Cannot send on the server")),
    add: () => false,
    wait: () => Promise.resolve(),
  }),
  open: () => {},
  goOn: () => {},
  stay: () => {},
  toggleFlag: () => {},
  toggleHidden: () => {},
  warned: () => {},
  told: () => {},
  review: () => {},
  submit: () => {},
  acknowledge: () => {},
  call: () => false,
  say: () => Promise.reject(new TypeError("Cannot say anything on the server")),
  practise: () => false,
  takeBreak: () => false,
  endBreak: () => {},
  reload: () => {},
  lateWork: () => new Blob(),
  keepResult: () => {},
  download: () => Promise.reject(new TypeError("Cannot download on the server")),
};
