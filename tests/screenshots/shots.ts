import { PAGE_PERMISSIONS } from "../../server/auth/page_permissions.ts";
import { NO_PAGES, type PageOperation, type Shot } from "./shot.ts";
import { PUBLIC_SHOTS } from "./shots/public_shots.ts";
import { AFTER_SHOTS, AUTHOR_SHOTS, ROOM_SHOTS } from "./shots/staff_shots.ts";
import { STUDENT_SHOTS } from "./shots/student_shots.ts";

/** Every picture, in the order in which they are taken: the marking before results are released, the room when it is full of life. */
export const SHOTS: readonly Shot[] = [
  ...PUBLIC_SHOTS,
  ...AUTHOR_SHOTS,
  ...AFTER_SHOTS,
  ...STUDENT_SHOTS,
  ...ROOM_SHOTS,
];

/** Pages of the table of permissions that no picture is of: one that was added, and nobody looks at. */
export function unpictured(): PageOperation[] {
  const pictured = new Set(SHOTS.map(({ page }) => page));
  return (Object.keys(PAGE_PERMISSIONS) as PageOperation[])
    .filter((page) => !NO_PAGES.includes(page) && !pictured.has(page));
}
