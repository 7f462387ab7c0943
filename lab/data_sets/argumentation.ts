import { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import type { KeyEvent, ScorableEvent } from "../../protocol/scorable_event.ts";
import { edit, startOfText } from "./coauthor.ts";

/** What stands for a dwell in the data where none is known … */
const UNKNOWN = -1;
/** … and of a press that the held key repeated by itself. */
export const REPEATED = -2;

/** One line of `argumentation/sessions.ndjson`: one writer's essay, a letter for each key press, with the time it was held. */
export const ArgumentationSession = z.object({
  s: z.string(),
  k: z.string().regex(/^[a9_,/xdcnmstfo]*$/, "holds a letter that stands for no key"),
  dt: z.array(z.number().min(0)),
  h: z.array(z.number().min(REPEATED)),
}).refine((session) => session.dt.length === session.k.length, { path: ["dt"], message: "must be as long as k" })
  .refine((session) => session.h.length === session.k.length, { path: ["h"], message: "must be as long as k" });
export type ArgumentationSession = z.infer<typeof ArgumentationSession>;

/** Each letter of `k`, and the key press that it is. */
export const ARGUMENTATION_KEYS: Readonly<Record<string, KeyClass>> = {
  a: "letter",
  "9": "digit",
  _: "space",
  ",": "punctuation",
  "/": "enter",
  x: "backspace",
  d: "delete",
  c: "arrow",
  n: "navigation",
  m: "modifier",
  s: "shortcut",
  t: "tab",
  f: "function",
  o: "other",
};
const WRITES = "a9_,/";

/**
 * A session's keys as key events: `t` from 0 on, dwell as held, flight from the release before.
 *
 * @example
 * const [first, second] = argumentationKeys({ s: "1", k: "aa", dt: [0, 150], h: [90, -1] });
 * assert.equal(first.dwell, 90);
 * assert.deepEqual([second.t, second.dwell, second.flight], [150, null, 60]);
 */
export function argumentationKeys(session: ArgumentationSession): KeyEvent[] {
  const events: KeyEvent[] = [];
  let t = 0;
  let releasedT: number | null = null;
  for (let index = 0; index < session.k.length; index++) {
    t += index === 0 ? 0 : Math.round(session.dt[index]);
    const held = Math.round(session.h[index]);
    const isRepeated = held === REPEATED;
    const dwell = held === UNKNOWN || isRepeated ? null : held;
    events.push({
      type: "keystroke_data",
      t,
      key: ARGUMENTATION_KEYS[session.k[index]],
      dwell,
      flight: releasedT === null || isRepeated ? null : t - releasedT,
      ...(isRepeated ? { repeat: true } : {}),
    });
    if (!isRepeated) releasedT = dwell === null ? null : t + dwell;
  }
  return events;
}

/**
 * A session as exam events: its keys, and the edits they make at the end of the text. The data names no cursor
 * position, so that arrow keys move nothing.
 */
export function argumentationEvents(session: ArgumentationSession): ScorableEvent[] {
  const place = startOfText();
  const events: ScorableEvent[] = [];
  argumentationKeys(session).forEach((key, index) => {
    events.push(key);
    place.t = key.t;
    const code = session.k[index];
    if (code === "x") events.push(edit(place, 1, 0, "typing"));
    else if (WRITES.includes(code)) events.push(edit(place, 0, 1, "typing"));
  });
  return events;
}
