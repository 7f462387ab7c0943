import type { RoomStudent } from "../../../../protocol/proctor_messages.ts";
import { riskLevel } from "../../../../protocol/risk.ts";

/** A student of a room for tests: active, connected, of no risk, unless said otherwise. */
export function roomStudent(id: string, change: Partial<RoomStudent> = {}): RoomStudent {
  const risk = change.risk ?? 0;
  return {
    attempt_id: id,
    name: `Student ${id}`,
    number: null,
    state: "active",
    connected: true,
    risk,
    level: riskLevel(risk),
    peak: risk,
    last_seen: 1_000,
    started_at: 0,
    deadline: 3_600_000,
    reasons: [],
    insufficient: false,
    flags: 0,
    question: null,
    answered: 0,
    accommodated: false,
    blank: false,
    namesake: null,
    removed: false,
    ...change,
  };
}
