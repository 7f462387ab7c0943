import { speechOf } from "../../islands/components/speech.tsx";
import type { EditData } from "../../islands/author/edit_data.ts";
import { EditPage } from "../../islands/author/edit_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/edit` as HTML. */
export function renderEdit({ manifest, words, ...data }: StaffPageProps & EditData): string {
  const { exam_id, document } = data.exam;
  const title = document.title || words.sentences.editor.untitled;
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.editor.tab, { exam: title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: { exam_id, title }, current: "edit" },
    script: "edit",
    groups: [
      "bank",
      "editor",
      "editorItems",
      "editorMore",
      "editorProblems",
      "editorSettings",
      "editorSections",
      "editorTexts",
      "exam",
      "examMoves",
      "featureTitles",
      "fieldProblems",
      "importing",
      "itemRules",
      "publishWarnings",
      "signals",
      "technologies",
    ],
    data,
    children: <EditPage {...data} />,
  });
}
