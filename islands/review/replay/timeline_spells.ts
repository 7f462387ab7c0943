import { questionOfAnswer } from "../../../protocol/items/answer_ids.ts";
import type { ReplayStep } from "../../../protocol/replay.ts";

/** A stretch of an attempt, ms of attempt time. */
export interface Spell {
  from: number;
  to: number;
}

/** A question that was in view. */
export interface VisitedSpell extends Spell {
  question: string;
}

/** Away for less counts nothing, as in scoring, ms. */
const SHORTEST_AWAY_MS = 1_000;

/** Spells away from the exam, without a network, and on each question, in the order of time. */
export function spellsOf(
  steps: readonly ReplayStep[],
  endT: number,
): { away: Spell[]; offline: Spell[]; visited: VisitedSpell[] } {
  const away: Spell[] = [];
  const offline: Spell[] = [];
  const visited: VisitedSpell[] = [];
  const here = { isFocused: true, isVisible: true };
  let [awaySince, offlineSince] = [null, null] as [number | null, number | null];
  for (const step of steps.toSorted((a, b) => a.t - b.t)) {
    if (step.kind === "focus") here.isFocused = step.focused;
    if (step.kind === "tab") here.isVisible = step.visible;
    if (step.kind === "focus" || step.kind === "tab") {
      awaySince = turn(away, here.isFocused && here.isVisible, awaySince, step.t, SHORTEST_AWAY_MS);
    }
    if (step.kind === "connection") offlineSince = turn(offline, step.online, offlineSince, step.t, 0);
    if (step.kind !== "view") continue;
    const last = visited.at(-1);
    if (last?.question === step.question) continue;
    if (last !== undefined) last.to = step.t;
    visited.push({ question: questionOfAnswer(step.question), from: step.t, to: endT });
  }
  turn(away, true, awaySince, endT, SHORTEST_AWAY_MS);
  turn(offline, true, offlineSince, endT, 0);
  return { away, offline, visited };
}

/** @returns Since when it has been so; null for not. */
function turn(spells: Spell[], isGood: boolean, since: number | null, t: number, leastMs: number): number | null {
  if (!isGood) return since ?? t;
  if (since !== null && t - since >= leastMs) spells.push({ from: since, to: t });
  return null;
}
