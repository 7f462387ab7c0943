import type { RoomStudent } from "../../protocol/proctor_messages.ts";

/** Whether another instance has heard of a student later: it has taken the student over, and the word is on its way. */
export function isHeardLater(heard: RoomStudent, known: RoomStudent | null): boolean {
  return heard.connected && heard.last_seen > (known?.last_seen ?? 0);
}
