import type { RoomData } from "../../islands/proctor/room/room_data.ts";
import { RoomPage } from "../../islands/proctor/room/room_page.tsx";
import { renderStaffPage, type StaffPageProps } from "./staff_page.tsx";

/** `GET /exams/{exam_id}/room` as HTML. */
export function renderRoom({ manifest, ...data }: StaffPageProps & RoomData): string {
  return renderStaffPage({
    title: `${data.exam.title} · Room`,
    manifest,
    viewer: data.viewer,
    current: "/exams",
    script: "room",
    data,
    children: <RoomPage {...data} />,
  });
}
