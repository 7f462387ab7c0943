import { isOver } from "../../../protocol/exam.ts";
import type { ProctorAction, RoomStudent } from "../../../protocol/proctor_messages.ts";
import type { IconName } from "../../components/icon.tsx";

/** What a proctor may choose. A message may be sent as a warning. */
export type ActionChoice =
  | "admit"
  | "flag"
  | "message"
  | "pause"
  | "resume"
  | "lock"
  | "release"
  | "extend"
  | "reopen"
  | "release_device"
  | "terminate"
  | "remove";

/** What is done at once, without asking for more. */
type DirectAction = "admit" | "resume" | "release";

/** What a dialog asks more for. */
export type AskedAction = Exclude<ActionChoice, DirectAction>;

/** What is to be done, whoever it is done to. */
export type ActionOrder = WithoutTarget<ProctorAction>;
type WithoutTarget<Action> = Action extends unknown ? Omit<Action, "id" | "attempt_id" | "attempt_ids"> : never;

/** The icon beside each action's word. */
export const ACTION_ICONS: Record<ActionChoice, IconName> = {
  admit: "play",
  flag: "flag",
  message: "message",
  pause: "pause",
  resume: "play",
  lock: "lock",
  release: "unlock",
  extend: "clock",
  reopen: "clock",
  release_device: "unlock",
  terminate: "stop",
  remove: "close",
};

/** Whether an action is done at once. */
export function isDirect(choice: ActionChoice): choice is DirectAction {
  return choice === "admit" || choice === "resume" || choice === "release";
}

/** What can be done to an attempt, in the order in which it is shown. */
export function offeredActions(
  { state, number, blank }: Pick<RoomStudent, "state" | "number" | "blank">,
  join: "open" | "roster",
): ActionChoice[] {
  if (state === "expected") return [];
  if (state === "expired") return ["reopen", "flag"];
  if (isOver(state)) return ["flag"];
  const mayMove = join === "roster" || number !== null;
  const move: ActionChoice[] = mayMove ? ["release_device"] : [];
  if (state === "waiting") return ["admit", "flag", "message", ...move, "remove", "terminate"];
  const turn: ActionChoice[] = state === "paused"
    ? ["resume", "lock"]
    : state === "locked"
    ? ["release"]
    : ["pause", "lock"];
  return [
    ...turn,
    "flag",
    "message",
    "extend",
    ...move,
    ...(blank ? ["remove" as const] : []),
    "terminate",
  ];
}
