import { speechOf } from "../../islands/components/speech.tsx";
import type { PeopleData } from "../../islands/people/people_data.ts";
import { PeoplePage } from "../../islands/people/people_page.tsx";
import { SlipsPage } from "../../islands/people/slips_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/people` as HTML. The list itself is asked for by the page. */
export function renderPeople({ manifest, words, ...data }: StaffPageProps & PeopleData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.people.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "people" },
    script: "people",
    groups: ["people", "allowances", "technologies", "signals", "roles"],
    data,
    children: <PeoplePage {...data} />,
  });
}

/** `GET /exams/{exam_id}/people/slips` as HTML: the links themselves are in the browser alone. */
export function renderSlips({ manifest, words, ...data }: StaffPageProps & PeopleData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.slips.pageTitle, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "people" },
    script: "slips",
    groups: ["slips"],
    data,
    children: <SlipsPage {...data} />,
  });
}
