import type { KeyClass } from "../../protocol/events.ts";
import type { Random } from "../../scoring/models/random.ts";
import { bringsText } from "../../scoring/signals/brings_text.ts";
import { ARGUMENTATION_KEYS, type ArgumentationSession, REPEATED } from "../data_sets/argumentation.ts";
import { COAUTHOR_KEYS, type CoauthorSession } from "../data_sets/coauthor.ts";
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
    if (session.h[index] === REPEATED) continue;
    strokes.push({
      gapMs: waitedMs,
      key,
      dwellMs: session.h[index] < 0 ? null : session.h[index],
      removed: key === "backspace" ? 1 : 0,
      inserted: bringsCharacter(key) ? 1 : 0,
    });
    waitedMs = 0;
  }
  return strokes;
}

/** Whether a press with this name of a key brings a character; what has no name here may bring one or none. */
function bringsCharacter(key: KeyClass): boolean {
  return key !== "other" && bringsText(key);
}
