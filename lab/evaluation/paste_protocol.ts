import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { createState, defaultContext, fold } from "../../scoring/fold.ts";
import type { SignalModels } from "../../scoring/models/shipped_models.ts";
import { coauthorEvents, type CoauthorSession, edit, startOfText, type TextPlace } from "../data_sets/coauthor.ts";
import type { HeldOut } from "./held_out.ts";
import { type Metric, share, type Source } from "./metric.ts";

const BATCH_EVENTS = 50;
/** An own insert of so many characters or more is a text moved. */
const MOVED_CHARACTERS = 30;
/** Characters that are cut and pasted back half way, as far as the text holds so many. */
const CUT_CHARACTERS = 400;
/** What comes from outside half way: a page and a half. */
const OUTSIDE_CHARACTERS = 3_000;

/** What a session is folded with, besides what was typed. */
type Insert =
  | { kind: "none" }
  | { kind: "own"; at: number }
  | { kind: "moved"; at: number }
  | { kind: "outside"; at: number };

/**
 * Paste: no honest session may be High by one insert of own text. Without what the assistant put in, each session is
 * folded without any own insert; with its longest own insert alone, where it holds one; and with its last 400
 * characters cut and pasted back half way. One that is ever High with such an insert and never without counts.
 *
 * Beside it, one outside paste of 3,000 characters half way, which is evidence and may be High together with other
 * evidence, but is published as it is not to be so alone.
 */
export function evaluatePaste(
  sessions: readonly CoauthorSession[],
  models: HeldOut<SignalModels>,
  source: Source,
): Metric[] {
  const own = { tried: 0, high: 0, medium: 0 };
  const moved = { tried: 0, high: 0, medium: 0 };
  const outside = { tried: 0, high: 0, medium: 0 };
  for (const session of sessions) {
    const model = models.model(models.fold(session.w));
    const half = session.k.length >> 1;
    const without = level(session, model, { kind: "none" });
    const count = (into: typeof own, insert: Insert) => {
      const reached = level(session, model, insert);
      into.tried++;
      if (reached === 2 && without < 2) into.high++;
      if (reached >= 1 && without < 1) into.medium++;
    };
    const longest = longestInsert(session);
    if (longest >= 0) count(own, { kind: "own", at: longest });
    count(moved, { kind: "moved", at: half });
    count(outside, { kind: "outside", at: half });
  }
  return [
    share(source, "honest_high_by_one_insert", own.high + moved.high, own.tried + moved.tried),
    share(source, "honest_medium_by_one_insert", own.medium + moved.medium, own.tried + moved.tried),
    share(source, "high_by_one_outside_paste", outside.high, outside.tried),
    share(source, "medium_by_one_outside_paste", outside.medium, outside.tried),
  ];
}

/** Index of the longest own insert of at least {@link MOVED_CHARACTERS}; −1 where there is none. */
function longestInsert(session: CoauthorSession): number {
  let longest = -1;
  let most = MOVED_CHARACTERS - 1;
  for (const [index, length] of Object.entries(session.n)) {
    if (session.k[Number(index)] !== "B" || length <= most) continue;
    most = length;
    longest = Number(index);
  }
  return longest;
}

/** Highest level that a session reaches: 0 low, 1 medium, 2 high. */
function level(session: CoauthorSession, models: SignalModels, insert: Insert): number {
  const state = createState(models);
  const context = defaultContext();
  const place = startOfText();
  let highest = 0;
  for (let from = 0; from < session.k.length; from += BATCH_EVENTS) {
    const to = Math.min(session.k.length, from + BATCH_EVENTS);
    const events = stretch(session, from, to, place, insert);
    if (events.length === 0) continue;
    const report = fold(state, { kind: "batch", events, late: false }, context);
    highest = Math.max(highest, report.level === "high" ? 2 : report.level === "medium" ? 1 : 0);
  }
  return highest;
}

function stretch(
  session: CoauthorSession,
  from: number,
  to: number,
  place: TextPlace,
  insert: Insert,
): ScorableEvent[] {
  const events: ScorableEvent[] = [];
  for (let index = from; index < to; index++) {
    const isAt = insert.kind !== "none" && insert.at === index;
    if (isAt && insert.kind === "moved") {
      const length = Math.min(CUT_CHARACTERS, place.cursor);
      events.push({ type: "cut_event", t: place.t, length }, edit(place, length, 0, "other"));
      place.t += 3_000;
      events.push({ type: "paste_event", t: place.t, length, origin: "exam" }, edit(place, 0, length, "paste"));
    } else if (isAt && insert.kind === "outside") {
      events.push({ type: "paste_event", t: place.t, length: OUTSIDE_CHARACTERS, origin: "outside" });
      events.push(edit(place, 0, OUTSIDE_CHARACTERS, "paste"));
    }
    const isInsert = session.k[index] === "I" || session.k[index] === "B";
    if (isInsert && !(isAt && insert.kind === "own")) place.t += Math.round(session.dt[index]);
    else events.push(...coauthorEvents(session, index, index + 1, place).events);
  }
  return events;
}
