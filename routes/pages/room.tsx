import type { RoomData } from "../../islands/proctor/room/room_data.ts";
import { RoomPage } from "../../islands/proctor/room/room_page.tsx";
import { speechOf } from "../../islands/components/speech.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/room` as HTML. */
export function renderRoom({ manifest, words, ...data }: StaffPageProps & RoomData): string {
  return renderStaffPage({
    title: speechOf(words).speaker.say(words.sentences.room.title, { exam: data.exam.title }),
    manifest,
    words,
    viewer: data.viewer,
    current: "/exams",
    tab: { exam: data.exam, current: "room" },
    script: "room",
    groups: [
      "actions",
      "allowances",
      "alertTexts",
      "many",
      "attemptStates",
      "contributions",
      "done",
      "drawer",
      "featureTitles",
      "feed",
      "room",
      "roomPeople",
      "signals",
      "staffNotes",
      "statements",
      "technologies",
    ],
    data,
    children: <RoomPage {...data} />,
  });
}
