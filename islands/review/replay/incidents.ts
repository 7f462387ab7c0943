import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import type { OwnFlag } from "../../../protocol/own_evidence.ts";
import { questionOfAnswer } from "../../../protocol/items/answer_ids.ts";
import type { Recording } from "./replay_source.ts";

/** Text that came in one piece is an incident from so many characters on: a sentence's half. */
const LEAST_CHARACTERS = 40;

/** Contributions below this many points are no incident. */
const LEAST_POINTS = 1;

/** A moment that somebody should look at. */
export type Incident =
  & { t: number; to: number }
  & (
    | { kind: "flag"; note: string }
    | { kind: "reason"; name: string; seen: string }
    | { kind: "arrival"; question: string; characters: number }
  );

/** What of an attempt stands beside its replay: as staff see it, or its own student. */
export interface ReplayedAttempt extends Pick<AttemptDetail, "timeline" | "reasons" | "actions"> {
  flags: readonly OwnFlag[];
}

/** Flags, the moments behind the score's reasons, and text that arrived, in the order of time. */
export function incidentsOf(
  { flags, reasons }: Pick<ReplayedAttempt, "flags" | "reasons">,
  { model }: Pick<Recording, "model">,
): Incident[] {
  return [
    ...flags.map(({ t, note }): Incident => ({ kind: "flag", t, to: t, note })),
    ...reasons.flatMap(({ name, points, from_t, to_t, seen }): Incident[] =>
      from_t === null || points < LEAST_POINTS ? [] : [{ kind: "reason", t: from_t, to: to_t ?? from_t, name, seen }]
    ),
    ...model.arrivals(LEAST_CHARACTERS).map(({ t, question, characters }): Incident => ({
      kind: "arrival",
      t,
      to: t,
      question: questionOfAnswer(question),
      characters,
    })),
  ].sort((a, b) => a.t - b.t);
}

/** The next incident behind a moment, or the one before it; null for none. */
export function incidentBeside(incidents: readonly Incident[], t: number, isForward: boolean): Incident | null {
  // What is looked at begins a little before the incident itself.
  if (isForward) return incidents.find((incident) => lookFrom(incident) > t + 1) ?? null;
  return incidents.findLast((incident) => lookFrom(incident) < t - 1) ?? null;
}

/** A moment before an incident. */
const LEAD_MS = 2_000;

/**
 * Where to look at an incident from, attempt time in ms: a moment before it. In an attempt's first seconds that moment is shorter,
 * so that each incident keeps a place of its own behind the beginning, in the order of the incidents.
 */
export function lookFrom({ t }: Pick<Incident, "t">): number {
  return Math.max(0, t - Math.min(LEAD_MS, t / 2));
}
