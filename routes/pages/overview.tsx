import { speechOf } from "../../islands/components/speech.tsx";
import { OverviewPage } from "../../islands/review/overview/overview_page.tsx";
import type { ReviewData } from "../../islands/review/review_data.ts";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/overview` as HTML. All figures are asked for by its script. */
export function renderOverview({ manifest, words, ...data }: StaffPageProps & ReviewData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.overview.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "overview" },
    script: "overview",
    groups: ["overview", "results", "contributions", "featureTitles", "signals"],
    data,
    children: <OverviewPage {...data} />,
  });
}
