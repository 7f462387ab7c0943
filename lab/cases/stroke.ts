import type { KeyClass } from "../../protocol/events.ts";
import type { Random } from "../../scoring/models/random.ts";
import type { ArgumentationSession } from "../data_sets/argumentation.ts";
import type { CoauthorSession } from "../data_sets/coauthor.ts";
import { logNormal } from "../simulation/distributions.ts";

/** One press of a real writer, with what it did to the text: what cases are carried by. */
export interface Stroke {
  /** From the press before, in ms. */
  gapMs: number;
  key: KeyClass;
  /** How long it was held, in ms; null where nobody recorded it. */
  dwellMs: number | null;
  /** Characters before the cursor that it took out, and that it put in. */
  removed: number;
  inserted: number;
}

const COAUTHOR_KEYS: Record<string, KeyClass> = {
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

/** Keys held for this long in the median, give or take this much from writer to writer, in logs (Dhakal et al. 2018). */
const DWELL_MS = 112;
const DWELL_OF_PEOPLE = 0.2;
/** And from press to press. */
const DWELL_OF_PRESSES = 0.22;

/**
 * The strokes of a `coauthor` session, without what the assistant or the clipboard put in: its time passes, its text
 * does not come. Times are the writer's; how long keys were held was not recorded and is drawn, about one median.
 *
 * @example
 * const session = { s: "1", w: "w", k: "aIx", dt: [10, 20, 30], n: { "1": 30 } };
 * assert.deepEqual(coauthorStrokes(session, createRandom(1)).map(({ gapMs }) => gapMs), [10, 50]);
 */
export function coauthorStrokes(session: CoauthorSession, random: Random): Stroke[] {
  const own = logNormal(random, DWELL_MS, DWELL_OF_PEOPLE);
  const strokes: Stroke[] = [];
  let waitedMs = 0;
  for (let index = 0; index < session.k.length; index++) {
    const key = COAUTHOR_KEYS[session.k[index]];
    waitedMs += session.dt[index];
    if (key === undefined) continue;
    strokes.push({
      gapMs: waitedMs,
      key,
      dwellMs: logNormal(random, own, DWELL_OF_PRESSES),
      removed: key === "backspace" ? session.n[String(index)] ?? 1 : 0,
      inserted: bringsCharacter(key) ? 1 : 0,
    });
    waitedMs = 0;
  }
  return strokes;
}

const ARGUMENTATION_KEYS: Record<string, KeyClass> = {
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
 * The strokes of an `argumentation` session, with times and dwells as recorded. Auto-repeats are left out.
 *
 * @example
 * const session = { s: "e1", k: "ax", dt: [0, 200], h: [80, -1] };
 * assert.deepEqual(argumentationStrokes(session).map(({ dwellMs }) => dwellMs), [80, null]);
 */
export function argumentationStrokes(session: ArgumentationSession): Stroke[] {
  const strokes: Stroke[] = [];
  let waitedMs = 0;
  for (let index = 0; index < session.k.length; index++) {
    const key = ARGUMENTATION_KEYS[session.k[index]];
    waitedMs += session.dt[index];
    if (session.h[index] === AUTO_REPEAT) continue;
    strokes.push({
      gapMs: waitedMs,
      key,
      dwellMs: session.h[index] < 0 ? null : session.h[index],
      removed: key === "backspace" ? 1 : 0,
      inserted: key !== "other" && bringsCharacter(key) ? 1 : 0,
    });
    waitedMs = 0;
  }
  return strokes;
}

/** What `h` says of a press that the keyboard repeated. */
const AUTO_REPEAT = -2;

function bringsCharacter(key: KeyClass): boolean {
  switch (key) {
    case "letter":
    case "digit":
    case "space":
    case "punctuation":
    case "enter":
      return true;
    default:
      return false;
  }
}
