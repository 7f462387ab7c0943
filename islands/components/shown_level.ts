import type { RiskLevel } from "../../protocol/risk.ts";

/** What is shown as a level: a level of risk, or that there is too little to say. */
export type ShownLevel = RiskLevel | "insufficient";

/**
 * How a level is shown, wherever it is: as long as there is too little to compare with anything, Low says nothing. What lies
 * above Low speaks for itself.
 */
export function shownLevel({ level, insufficient }: { level: RiskLevel; insufficient: boolean }): ShownLevel {
  return insufficient && level === "low" ? "insufficient" : level;
}

/** What proctors are shown: once an attempt is over, what was too early to say will never be said. */
export type RoomLevel = ShownLevel | "uncaptured";
