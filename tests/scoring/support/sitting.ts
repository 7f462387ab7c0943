import type { PersonaName } from "../../../lab/simulation/persona.ts";
import { simulate } from "../../../lab/simulation/simulate.ts";
import type { ScoringContext } from "../../../protocol/log_entry.ts";
import type { RiskReport } from "../../../protocol/risk.ts";
import type { ScorableEvent } from "../../../protocol/scorable_event.ts";
import { createState, defaultContext, fold, type ScoreState } from "../../../scoring/fold.ts";

const ESSAY = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];

/** Events of a simulated sitting of one essay. */
export function sittingOf(persona: PersonaName, seed: number, minutes: number): ScorableEvent[] {
  return [...simulate(persona, seed, { questions: ESSAY, durationMs: minutes * 60_000 })];
}

/** A batch is what happened in this time, so that an event more moves no other into another batch, in ms. */
const BATCH_MS = 10_000;

/** Folds events in batches of ten seconds and gives every report. */
export function reportsOf(
  events: readonly ScorableEvent[],
  context: ScoringContext = defaultContext(),
  state: ScoreState = createState(),
): RiskReport[] {
  const reports: RiskReport[] = [];
  for (let at = 0, end = 0; at < events.length; at = end) {
    const batch = Math.floor(events[at].t / BATCH_MS);
    while (end < events.length && Math.floor(events[end].t / BATCH_MS) === batch) end++;
    if (end === at) end++;
    reports.push(fold(state, { kind: "batch", events: events.slice(at, end), late: false }, context));
  }
  return reports;
}

/** The report after the last event. */
export function lastReport(events: readonly ScorableEvent[], context?: ScoringContext, state?: ScoreState): RiskReport {
  return reportsOf(events, context, state).at(-1)!;
}

/** Events of both, sorted by `t`; at the same time, those of the first come first. */
export function woven(events: readonly ScorableEvent[], others: readonly ScorableEvent[]): ScorableEvent[] {
  return [...events, ...others].sort((a, b) => a.t - b.t);
}

/** A context with other policy or accommodations. */
export function contextWith(change: {
  policy?: Partial<ScoringContext["policy"]>;
  accommodations?: Partial<ScoringContext["accommodations"]>;
  cohort?: ScoringContext["cohort"];
  paper_characters?: number;
}): ScoringContext {
  const context = defaultContext();
  return {
    ...context,
    policy: { ...context.policy, ...change.policy },
    accommodations: { ...context.accommodations, ...change.accommodations },
    cohort: change.cohort ?? null,
    paper_characters: change.paper_characters ?? context.paper_characters,
  };
}

/** Own typing: a key and a letter every `gapMs`. */
export function typing(fromT: number, characters: number, gapMs = 200): ScorableEvent[] {
  const events: ScorableEvent[] = [];
  for (let index = 0; index < characters; index++) {
    const t = fromT + index * gapMs;
    events.push({ type: "keystroke_data", key: "letter", dwell: 90, flight: 110, t });
    events.push({ type: "answer_edit", question: "q1", at: index, removed: 0, inserted: "a", input: "typing", t });
  }
  return events;
}

/** A paste as capture reports it: the paste, and the edit that it caused. */
export function paste(t: number, length: number, origin: "exam" | "outside"): ScorableEvent[] {
  const events: ScorableEvent[] = [{ type: "paste_event", length, origin, t }];
  for (let left = length; left > 0; left -= 8_000) {
    const inserted = "p".repeat(Math.min(left, 8_000));
    events.push({ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted, input: "paste", t });
  }
  return events;
}
