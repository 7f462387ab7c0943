import { isOver, type RoomState } from "../../protocol/exam.ts";
import type { RiskLevel } from "../../protocol/risk.ts";
import { type RoomLevel, shownLevel } from "../components/shown_level.ts";

/**
 * How a level is shown to proctors.
 *
 * @example
 * assert.equal(roomLevel({ level: "low", insufficient: true, state: "submitted" }), "uncaptured");
 */
export function roomLevel(
  { state, ...risk }: { level: RiskLevel; insufficient: boolean; state: RoomState },
): RoomLevel {
  const shown = shownLevel(risk);
  return shown === "insufficient" && isOver(state) ? "uncaptured" : shown;
}
