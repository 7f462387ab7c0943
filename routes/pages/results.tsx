import { type ResultsData, ResultsPage } from "../../islands/marking/results_page.tsx";
import { speechOf } from "../../islands/components/speech.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/results` as HTML. Names and marks are asked for by its script. */
export function renderResults({ manifest, words, ...data }: StaffPageProps & ResultsData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.results.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "results" },
    script: "results",
    groups: ["results", "result", "attemptStates", "verdicts", "marking"],
    data,
    children: <ResultsPage {...data} />,
  });
}
