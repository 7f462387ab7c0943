import type { ServerToProctor } from "../../protocol/proctor_messages.ts";
import type { SayToStaff } from "../../protocol/staff_talk.ts";
import { sayToStaff } from "../../server/room/staff_talk.ts";
import type { Services } from "../../server/services.ts";
import type { Asking } from "./perform_action.ts";

/**
 * Somebody of the staff says something to the others.
 *
 * @throws {Refusal} `invalid`.
 */
export async function performSay(
  services: Services,
  message: SayToStaff,
  { examId, staff }: Asking,
): Promise<Extract<ServerToProctor, { type: "done" }>> {
  const { stores, exams, rooms, now } = services;
  const word = await sayToStaff(stores, await exams.require(examId), message, { by: staff.username, now: now() });
  if (word !== null) rooms.said(examId, word);
  return { type: "done", id: message.id, count: 1, refused: [] };
}
