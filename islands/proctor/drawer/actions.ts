import { isOver } from "../../../protocol/exam.ts";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import type { IconName } from "../../components/icon.tsx";

/** What a proctor may choose. A message may be sent as a warning. */
export type ActionChoice =
  | "flag"
  | "message"
  | "pause"
  | "resume"
  | "lock"
  | "release"
  | "extend"
  | "release_device"
  | "terminate"
  | "remove";

/** What is done at once, without asking for more. */
type DirectAction = "resume" | "release";

/** What a dialog asks more for. */
export type AskedAction = Exclude<ActionChoice, DirectAction>;

/** The icon beside each action's word. */
export const ACTION_ICONS: Record<ActionChoice, IconName> = {
  flag: "flag",
  message: "message",
  pause: "pause",
  resume: "play",
  lock: "lock",
  release: "unlock",
  extend: "clock",
  release_device: "unlock",
  terminate: "stop",
  remove: "close",
};

/** Whether an action is done at once. */
export function isDirect(choice: ActionChoice): choice is DirectAction {
  return choice === "resume" || choice === "release";
}

/** What can be done to an attempt, in the order in which it is shown. */
export function offeredActions(
  { state, number, blank }: Pick<RoomStudent, "state" | "number" | "blank">,
  join: "open" | "roster",
): ActionChoice[] {
  if (state === "expired") return ["extend", "flag"];
  if (isOver(state)) return ["flag"];
  const turn: ActionChoice[] = state === "paused"
    ? ["resume", "lock"]
    : state === "locked"
    ? ["release"]
    : ["pause", "lock"];
  const mayMove = join === "roster" || number !== null;
  return [
    ...turn,
    "flag",
    "message",
    "extend",
    ...(mayMove ? ["release_device" as const] : []),
    ...(blank ? ["remove" as const] : []),
    "terminate",
  ];
}
