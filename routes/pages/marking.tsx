import { type MarkingData, MarkingPage } from "../../islands/marking/marking_page.tsx";
import { speechOf } from "../../islands/components/speech.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/marking` as HTML. Answers are asked for by its script: nothing of a student stands in it. */
export function renderMarking({ manifest, words, ...data }: StaffPageProps & MarkingData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.marking.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "marking" },
    script: "marking",
    groups: ["marking", "result"],
    data,
    children: <MarkingPage {...data} />,
  });
}
