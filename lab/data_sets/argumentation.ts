import { z } from "zod";
import type { KeyClass } from "../../protocol/events.ts";
import type { KeyEvent } from "../../protocol/scorable_event.ts";

/** What stands for a dwell in the data: not known, and a press that the held key repeated by itself. */
const UNKNOWN = -1;
const REPEATED = -2;

/** One line of `argumentation/sessions.ndjson`: one writer's essay, a letter for each key press, with the time it was held. */
export const ArgumentationSession = z.object({
  s: z.string(),
  k: z.string().regex(/^[a9_,/xdcnmstfo]*$/, "holds a letter that stands for no key"),
  dt: z.array(z.number().min(0)),
  h: z.array(z.number().min(REPEATED)),
}).refine((session) => session.dt.length === session.k.length, { path: ["dt"], message: "must be as long as k" })
  .refine((session) => session.h.length === session.k.length, { path: ["h"], message: "must be as long as k" });
export type ArgumentationSession = z.infer<typeof ArgumentationSession>;

const KEYS: Record<string, KeyClass> = {
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
      key: KEYS[session.k[index]],
      dwell,
      flight: releasedT === null || isRepeated ? null : t - releasedT,
      ...(isRepeated ? { repeat: true } : {}),
    });
    if (!isRepeated) releasedT = dwell === null ? null : t + dwell;
  }
  return events;
}
