import { type AttemptState, isOver } from "../../../protocol/exam.ts";
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
  | "terminate";

export interface ActionWords {
  label: string;
  icon: IconName;
  /** Title of the dialog that asks for more; null where it is done at once. */
  ask: string | null;
  /** What is said once the server has done it. */
  done: string;
}

/** Words of every action. */
export const ACTIONS: Record<ActionChoice, ActionWords> = {
  flag: { label: "Flag", icon: "flag", ask: "Flag this moment", done: "Flagged." },
  message: { label: "Message", icon: "message", ask: "Message", done: "Sent." },
  pause: { label: "Pause", icon: "pause", ask: "Pause this exam", done: "Paused. The time stands still." },
  resume: { label: "Resume", icon: "play", ask: null, done: "Resumed." },
  lock: { label: "Lock", icon: "lock", ask: "Lock this exam", done: "Locked." },
  release: { label: "Release", icon: "unlock", ask: null, done: "Released. Locked time is given back." },
  extend: { label: "Extend", icon: "clock", ask: "Give more time", done: "Extended." },
  release_device: {
    label: "Other device",
    icon: "unlock",
    ask: "Let the token start on another device",
    done: "The token can be used once more.",
  },
  terminate: { label: "End", icon: "stop", ask: "End this attempt", done: "Ended." },
};

/** What can be done in a state, in the order in which it is shown. */
export function offeredActions(state: AttemptState, join: "open" | "roster"): ActionChoice[] {
  if (isOver(state)) return ["flag"];
  const turn: ActionChoice[] = state === "paused"
    ? ["resume", "lock"]
    : state === "locked"
    ? ["release"]
    : ["pause", "lock"];
  return [...turn, "flag", "message", "extend", ...(join === "roster" ? ["release_device" as const] : []), "terminate"];
}
