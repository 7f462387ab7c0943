import { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import type { RedactedEdit, ScorableEvent } from "../../protocol/scorable_event.ts";

/** One line of `coauthor/sessions.ndjson`: a writing session as letters of one event each. */
export const CoauthorSession = z.object({
  s: z.string(),
  w: z.string(),
  k: z.string().regex(/^[aA_.,9/xBISgcr]*$/, "holds a letter that stands for no event"),
  dt: z.array(z.number().min(0).max(600_000)),
  n: z.record(z.string().regex(/^\d+$/), z.int().min(0).max(10_000_000)),
}).refine((session) => session.dt.length === session.k.length, { path: ["dt"], message: "must be as long as k" });
export type CoauthorSession = z.infer<typeof CoauthorSession>;

/** Letters of `k` that are a key press, and which. */
export const COAUTHOR_KEYS: Readonly<Record<string, KeyClass | undefined>> = {
  a: "letter",
  A: "letter",
  _: "space",
  ".": "punctuation",
  ",": "punctuation",
  "9": "digit",
  "/": "enter",
  x: "backspace",
  c: "arrow",
  r: "arrow",
};

/** Where in a session each event of it came to lie: index of the first exam event of every letter of `k`. */
interface CoauthorStream {
  events: ScorableEvent[];
  /** `starts[i]` is the first event of letter `i`; one more at the end. */
  starts: number[];
}

/**
 * A stretch of a session's events as exam events.
 *
 * A typed letter is a key press without dwell and flight and the edit it made; `I` and `B` are edits alone, `x` with a
 * length removes as much. `g` and `S` are not of an exam's events and only let time pass. The data names no cursor
 * position: `c` and `r` are arrow keys, and their runs are taken to lead into the text and back to its end in turn.
 *
 * @param session The session.
 * @param from,to Letters taken, `to` not included.
 * @param state Goes on from an earlier stretch: where time and text stand. Changed in place.
 *
 * @example
 * const session = { s: "1", w: "w", k: "aI", dt: [10, 20], n: { "1": 30 } };
 * const { events } = coauthorEvents(session, 0, 2, startOfText());
 * assert.deepEqual(events.map((event) => event.t), [10, 10, 30]);
 */
export function coauthorEvents(session: CoauthorSession, from: number, to: number, state: TextPlace): CoauthorStream {
  const events: ScorableEvent[] = [];
  const starts: number[] = [];
  const end = Math.min(to, session.k.length);
  for (let index = from; index < end; index++) {
    const code = session.k[index];
    state.t += Math.round(session.dt[index]);
    starts.push(events.length);
    const key = COAUTHOR_KEYS[code];
    if (key !== undefined) events.push({ type: "keystroke_data", t: state.t, key, dwell: null, flight: null });
    const isMove = code === "c" || code === "r";
    if (isMove && !state.isMoving) state.cursor = state.cursor < state.length ? state.length : state.length >> 1;
    state.isMoving = isMove;
    const length = session.n[String(index)];
    if (code === "I") events.push(edit(state, 0, length ?? 1, "other"));
    else if (code === "B") events.push(edit(state, 0, length ?? 2, "other"));
    else if (code === "x") events.push(edit(state, length ?? 1, 0, "typing"));
    else if (key !== undefined && !isMove) events.push(edit(state, 0, 1, "typing"));
  }
  starts.push(events.length);
  return { events, starts };
}

/** Where a text and its time stand. */
export interface TextPlace {
  t: number;
  length: number;
  cursor: number;
  isMoving: boolean;
}

/** An empty text at time 0. */
export function startOfText(): TextPlace {
  return { t: 0, length: 0, cursor: 0, isMoving: false };
}

/** An edit at the cursor: takes `removing` characters before it out, as far as there are so many, and puts some in. */
export function edit(
  state: TextPlace,
  removing: number,
  inserted: number,
  input: "typing" | "paste" | "other",
): RedactedEdit {
  const removed = Math.min(removing, state.cursor);
  const at = state.cursor - removed;
  state.cursor = at + inserted;
  state.length += inserted - removed;
  return { type: "answer_edit", t: state.t, question: "q1", at, removed, inserted, input };
}
