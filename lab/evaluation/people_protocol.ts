import type { ScoringContext } from "../../protocol/log_entry.ts";
import { LOW_UP_TO, type RiskLevel } from "../../protocol/risk.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { defaultContext } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import { entriesOf } from "../cases/entries.ts";
import { argumentationEvents } from "../data_sets/argumentation.ts";
import { clientEvents } from "../data_sets/client_sampling.ts";
import { coauthorEvents, startOfText } from "../data_sets/coauthor.ts";
import { type DelbotTrajectory, delbotWay } from "../data_sets/delbot.ts";
import type { DataSets } from "../data_sets/read_data_sets.ts";
import { wilsonInterval } from "../../scoring/wilson_interval.ts";
import { follow } from "./cases_protocol.ts";
import type { PeopleModels } from "./models_for_people.ts";
import { figure, type Metric, share, type Source } from "./metric.ts";

/** Recorded movements that make one sitting, so many in a row with a rest of so long between them, in ms. */
const MOVEMENTS = 30;
const REST_MS = 1_500;
/** A signal that gives a point is seen. */
const SPEAKS_FROM = 1;
/** As many students sit in one room. */
const ROOM = 400;

/**
 * What a recording must hold for a signal to be measured on it, besides keys and pointers, which all sets are of. Edits that are
 * made from keys show nothing of `external_text`, and a set that no page of ours captured shows nothing of `capture`.
 */
const LOOKS_AT: Readonly<Record<string, (event: ScorableEvent) => boolean>> = {
  away: ({ type }) => type === "focus_change" || type === "tab_switch",
  external_text: (event) => event.type === "paste_event" || (event.type === "answer_edit" && event.input !== "typing"),
  display: ({ type }) => type === "display_change" || type === "fullscreen_change",
  capture: ({ type }) => type === "capture_start",
};

/** A person's sitting, and how high its risk ever came. */
interface Sat {
  set: string;
  level: RiskLevel;
  /** Most points that each signal ever gave. */
  most: ReadonlyMap<string, number>;
  /** Signals that the recording cannot show, or that are muted in it. */
  unmeasured: ReadonlySet<string>;
}

/**
 * How often honest people are lifted above Low: every recorded sitting untouched, through the whole fold, at its peak.
 * Writers of `coauthor` and of `argumentation` write one essay each; a pointer's sitting is thirty recorded movements
 * of one device in a row, sampled as the client samples. `external_text` and `capture` are muted for `coauthor`,
 * where an assistant was allowed to put text in.
 *
 * Of each signal, over all of them: `…_speaks` is the share in which it ever gave a point, `…_lifts_alone` that in which it
 * gave enough for Medium by itself. The rule of weights is about the second. A signal that no recording can show has no such
 * figures: 0 of it would say that it is never wrong.
 */
export function evaluatePeople(sets: DataSets, models: PeopleModels, source: Source): Metric[] {
  const context = defaultContext();
  const muted: ScoringContext = { ...context, policy: { ...context.policy, muted: ["external_text", "capture"] } };
  const sat: Sat[] = [
    ...sets.sessions.map((session) => {
      const { events } = coauthorEvents(session, 0, session.k.length, startOfText());
      return one("coauthor", events, models.writer(session.w).models, muted);
    }),
    ...sets.argumentation.map((session) =>
      one("argumentation", argumentationEvents(session), models.writerWithDwell(session.s).models, context)
    ),
    ...pointerSittings(sets.trajectories).map(({ src, events }) =>
      one("delbot_mouse", events, models.device(src).models, context)
    ),
  ];
  const metrics = [...Map.groupBy(sat, ({ set }) => set)].flatMap(([set, some]) => [
    share(source, `${set}_ever_medium`, above(some), some.length),
    share(source, `${set}_ever_high`, high(some), some.length),
  ]);
  for (const { name } of SIGNALS) {
    if (sat.every(({ unmeasured }) => unmeasured.has(name))) continue;
    const ever = (points: number) => sat.filter(({ most }) => (most.get(name) ?? 0) >= points).length;
    metrics.push(share(source, `${name}_speaks`, ever(SPEAKS_FROM), sat.length));
    metrics.push(share(source, `${name}_lifts_alone`, ever(LOW_UP_TO + 1 / 1_024), sat.length));
  }
  const writers = sat.filter(({ set }) => set !== "delbot_mouse");
  if (writers.length > 0) metrics.push(room("mediums_of_400", above(writers)), room("highs_of_400", high(writers)));
  return metrics;

  function room(metric: string, count: number): Metric {
    const { low, high } = wilsonInterval(count, writers.length);
    const expected = ROOM * count / writers.length;
    return figure(source, metric, expected, { low: ROOM * low, high: ROOM * high }, writers.length);
  }
}

function one(set: string, events: ScorableEvent[], models: SignalModels, context: ScoringContext): Sat {
  const { peak, most } = follow({ entries: entriesOf(events), context }, models);
  return { set, level: peak.level, most, unmeasured: unmeasuredIn(events, context.policy.muted) };
}

/** Signals that nothing can be said of from a recording: it holds nothing that they look at, or they are muted. */
export function unmeasuredIn(events: readonly ScorableEvent[], muted: readonly string[]): Set<string> {
  const unseen = Object.entries(LOOKS_AT).filter(([, looksAt]) => !events.some(looksAt)).map(([name]) => name);
  return new Set([...muted, ...unseen]);
}

/** Medium and above. */
function above(sat: readonly Sat[]): number {
  return sat.filter(({ level }) => level !== "low").length;
}

function high(sat: readonly Sat[]): number {
  return sat.filter(({ level }) => level === "high").length;
}

/** Movements of one device in a row. */
function pointerSittings(trajectories: readonly DelbotTrajectory[]): { src: string; events: ScorableEvent[] }[] {
  const people = trajectories.filter(({ label }) => label === "human");
  return [...Map.groupBy(people, ({ src }) => src)].flatMap(([src, some]) => {
    const sittings = [];
    for (let from = 0; from + MOVEMENTS <= some.length; from += MOVEMENTS) {
      sittings.push({ src, events: inARow(some.slice(from, from + MOVEMENTS)) });
    }
    return sittings;
  });
}

function inARow(movements: readonly DelbotTrajectory[]): ScorableEvent[] {
  const events: ScorableEvent[] = [];
  let t = 0;
  for (const movement of movements) {
    const way = delbotWay(movement);
    if (way.t.length === 0) continue;
    const [began] = way.t;
    const last = way.t[way.t.length - 1] - began;
    const moved = clientEvents(
      { ...way, t: way.t.map((at) => at - began) },
      movement.w,
      movement.h,
      movement.touch,
    );
    // The window's size is told once.
    for (const event of events.length === 0 ? moved : moved.slice(1)) events.push({ ...event, t: event.t + t });
    t += Math.ceil(last) + REST_MS;
  }
  return events;
}
