import { AttemptReviewPage } from "../../islands/review/attempt_page.tsx";
import { ComparePage } from "../../islands/review/compare/compare_page.tsx";
import { QueuePage } from "../../islands/review/queue_page.tsx";
import type { AttemptReviewData, ReviewData } from "../../islands/review/review_data.ts";
import { speechOf } from "../../islands/components/speech.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/review` as HTML. Names are asked for by its script. */
export function renderReview({ manifest, words, ...data }: StaffPageProps & ReviewData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.review.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "review" },
    script: "review",
    groups: ["review", "verdicts"],
    data,
    children: <QueuePage {...data} />,
  });
}

/** `GET /exams/{exam_id}/review/{attempt_id}` as HTML. Everything of the student is asked for by its script. */
export function renderReviewAttempt({ manifest, words, ...data }: StaffPageProps & AttemptReviewData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.review.attemptTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "review" },
    script: "review_attempt",
    groups: [
      "attemptStates",
      "contributions",
      "done",
      "drawer",
      "evidenceLinks",
      "featureTitles",
      "feed",
      "replay",
      "review",
      "signals",
      "staffNotes",
      "statements",
      "technologies",
      "verdicts",
      "whatIf",
    ],
    data,
    children: <AttemptReviewPage {...data} />,
  });
}

/** `GET /exams/{exam_id}/review/compare` as HTML. Nothing is compared before somebody asks. */
export function renderCompare({ manifest, words, ...data }: StaffPageProps & ReviewData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.alike.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "review" },
    script: "review_compare",
    groups: ["alike"],
    data,
    children: <ComparePage {...data} />,
  });
}
