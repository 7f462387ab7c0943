import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import type { Random } from "../../scoring/models/random.ts";
import { coauthorEvents, type CoauthorSession, edit, startOfText, type TextPlace } from "../data_sets/coauthor.ts";
import { between } from "../simulation/distributions.ts";

/** What is put into a recorded session; `none` and the first three are what honest people do, too. */
export const RECORDED_KINDS = [
  "none",
  "glances",
  "own_text_moved",
  "read_elsewhere",
  "pieces_pasted",
  "looked_up",
  "question_carried_out",
] as const;
export type RecordedKind = typeof RECORDED_KINDS[number];

const IDLE_FROM_MS = 5_000;
const IDLE_PIECE_MS = 30_000;

/** Most times that a kind happens in a session. */
const MOST_TIMES: Record<RecordedKind, number> = {
  none: 0,
  glances: 3,
  own_text_moved: 4,
  read_elsewhere: 6,
  pieces_pasted: 14,
  looked_up: 40,
  question_carried_out: 20,
};

/**
 * A recorded writing session with something put into it, at places drawn at random. What the session's assistant or its
 * writer inserted is left out: the rest was typed by one person.
 *
 * Recordings hold no pointer, no time a key is held and no focus: what is put in is made up, and only the writing is real.
 *
 * @param random Says how often, where and how long.
 */
export function recordedSitting(session: CoauthorSession, kind: RecordedKind, random: Random): ScorableEvent[] {
  const times = kind === "none" ? 0 : 1 + Math.floor(random() * random() * MOST_TIMES[kind]);
  const places = new Set(Array.from({ length: times }, () => Math.floor(random() * session.k.length)));
  const place = startOfText();
  const events: ScorableEvent[] = [];
  for (let index = 0; index < session.k.length; index++) {
    if (places.has(index)) events.push(...happening(kind, place, random));
    events.push(...idleness(place.t, Math.round(session.dt[index])));
    if (session.k[index] === "I" || session.k[index] === "B") place.t += Math.round(session.dt[index]);
    else events.push(...coauthorEvents(session, index, index + 1, place).events);
  }
  return events;
}

function happening(kind: RecordedKind, place: TextPlace, random: Random): ScorableEvent[] {
  switch (kind) {
    case "none":
      return [];
    case "glances":
      return away(place, between(random, 1_200, 5_000));
    case "own_text_moved":
      return moveText(place, Math.floor(between(random, 20, 300)));
    case "read_elsewhere": {
      const spell = away(place, between(random, 5_000, 40_000));
      place.t += Math.round(between(random, 10_000, 40_000));
      return spell;
    }
    case "pieces_pasted": {
      const spell = away(place, between(random, 4_000, 20_000));
      place.t += Math.round(between(random, 700, 3_000));
      const length = Math.floor(between(random, 80, 500));
      return [
        ...spell,
        { type: "paste_event", t: place.t, length, origin: "outside" },
        edit(place, 0, length, "paste"),
      ];
    }
    case "looked_up":
      return away(place, between(random, 3_000, 15_000));
    case "question_carried_out": {
      const copy: ScorableEvent = { type: "copy_event", t: place.t, length: Math.floor(between(random, 60, 400)) };
      place.t += Math.round(between(random, 300, 1_500));
      return [copy, ...away(place, between(random, 8_000, 30_000))];
    }
  }
}

/** A pause as capture reports it: from five seconds on, in pieces of half a minute. */
function idleness(t: number, ms: number): ScorableEvent[] {
  const events: ScorableEvent[] = [];
  if (ms < IDLE_FROM_MS) return events;
  for (let from = 0; from < ms; from += IDLE_PIECE_MS) {
    events.push({ type: "idle", t: t + from, duration: Math.min(IDLE_PIECE_MS, ms - from) });
  }
  return events;
}

/** The tab is hidden for a while; what follows comes at once. */
function away(place: TextPlace, ms: number): ScorableEvent[] {
  const left: ScorableEvent = { type: "tab_switch", t: place.t, visible: false };
  place.t += Math.round(ms);
  const back: ScorableEvent = { type: "tab_switch", t: place.t, visible: true };
  place.t += 400;
  return [left, back];
}

/** Own text is cut and pasted elsewhere. */
function moveText(place: TextPlace, characters: number): ScorableEvent[] {
  const length = Math.min(characters, place.cursor);
  if (length === 0) return [];
  const cut: ScorableEvent[] = [{ type: "cut_event", t: place.t, length }, edit(place, length, 0, "other")];
  place.t += 2_000;
  return [...cut, { type: "paste_event", t: place.t, length, origin: "exam" }, edit(place, 0, length, "paste")];
}
