import { type ExamsData, ExamsPage } from "../../islands/proctor/exams_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams` as HTML. */
export function renderExams({ manifest, ...data }: StaffPageProps & ExamsData): string {
  return renderStaffPage({
    title: "Exams",
    manifest,
    viewer: data.viewer,
    current: "/exams",
    script: "exams",
    data,
    children: <ExamsPage {...data} />,
  });
}
