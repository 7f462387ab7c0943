import type { KeyEvent } from "../../protocol/scorable_event.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { fork } from "../simulation/fork.ts";
import {
  DRIVERS,
  SIMPLE_PROGRAMS,
  typeByProgram,
  TYPING_PROGRAMS,
  type TypingProgram,
} from "../simulation/typing_program.ts";
import { groupDigest } from "./held_out.ts";
import { type Metric, share, type Source } from "./metric.ts";
import { reportsInBatches } from "./reports_in_batches.ts";

/** A signal from here on would be shown as a reason; people who ever reach it are false positives. */
const FOUND_FROM = 0.5;

/** A real session's keys, and whose they are. */
export interface TypedSession {
  /** Data set that it is of. */
  data: string;
  writer: string;
  keys: readonly KeyEvent[];
}

/**
 * T6: are typing programs told from people? Each real session of the kept half is scored as it is, and its keys are
 * typed again by one program of each kind: the same text, the program's times. What counts is the highest that
 * `automation` ever reaches. Only keys are folded, so that nothing but their times and dwells can tell.
 *
 * The scorer's bounds were chosen on the other half of the writers ({@link isKept}); figures are of the kept half.
 *
 * @param sessions At least one of a kept writer.
 * @param seed Of the programs.
 */
export function evaluateTypingPrograms(sessions: readonly TypedSession[], source: Source, seed: number): Metric[] {
  const kept = sessions.filter(isKept);
  const random = createRandom(seed);
  const names = Object.keys(TYPING_PROGRAMS) as TypingProgram[];
  const found = new Map(names.map((name) => [name, 0]));
  let people = 0;
  for (const { keys } of kept) {
    if (highest(keys) >= FOUND_FROM) people++;
    const text = keys.filter(({ repeat }) => repeat !== true).map(({ key }) => key);
    for (const name of names) {
      if (highest(typeByProgram(name, text, fork(random))) >= FOUND_FROM) found.set(name, found.get(name)! + 1);
    }
  }
  const of = (some: readonly TypingProgram[]) => some.reduce((sum, name) => sum + found.get(name)!, 0);
  const simulated: Source = { ...source, kind: "simulated" };
  return [
    share(source, "people_fpr", people, kept.length),
    share(simulated, "tpr_simple", of(SIMPLE_PROGRAMS), kept.length * SIMPLE_PROGRAMS.length),
    share(simulated, "tpr_drivers", of(DRIVERS), kept.length * DRIVERS.length),
    ...names.map((name) => share(simulated, `tpr_${name}`, found.get(name)!, kept.length)),
  ];
}

/** Whether a session is of the half of writers that nothing was chosen on: by the digest of the writer's name. */
export function isKept({ data, writer }: TypedSession): boolean {
  return parseInt(groupDigest(data, writer).slice(0, 8), 16) % 2 === 1;
}

/** The highest that `automation` ever is; 0 where it never speaks. */
function highest(keys: readonly KeyEvent[]): number {
  return reportsInBatches(keys).reduce((most, { signals }) => Math.max(most, signals.automation ?? 0), 0);
}
