import { type ExamsData, ExamsPage } from "../../islands/author/exams_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams` as HTML. */
export function renderExams({ manifest, words, ...data }: StaffPageProps & ExamsData): string {
  return renderStaffPage({
    title: words.sentences.exams.title,
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    script: "exams",
    groups: ["exams", "examMoves", "newExam"],
    data,
    children: <ExamsPage {...data} />,
  });
}
