import type { AssistiveTechnology, ScoringPolicy } from "../../../protocol/exam.ts";
import type { ScoringContext } from "../../../protocol/log_entry.ts";

/** What is tried: other weights than the exam's, and an assistive technology as if it had been known. */
export interface Assumption {
  /** By signal or category; 0 mutes. */
  weights: Readonly<Record<string, number>>;
  technology: AssistiveTechnology | null;
}

/** Nothing but what was. */
export const AS_RECORDED: Assumption = { weights: {}, technology: null };

/** What is tried by one choice, as a proctor or a student would say it. */
export const PRESETS = {
  recorded: AS_RECORDED,
  no_outside: { weights: { external_text: 0 }, technology: null },
  no_away: { weights: { away: 0, window: 0 }, technology: null },
  no_rhythm: { weights: { transcription: 0, takeover: 0, automation: 0, keyboard: 0 }, technology: null },
  no_pointer: { weights: { mouse: 0 }, technology: null },
  no_screens: { weights: { display: 0 }, technology: null },
  dictation: { weights: {}, technology: "dictation" },
  screen_reader: { weights: {}, technology: "screen_reader" },
  switch_access: { weights: {}, technology: "switch_access" },
  motor_impairment: { weights: {}, technology: "motor_impairment" },
} as const satisfies Record<string, Assumption>;
export type Preset = keyof typeof PRESETS;

/** Whether anything is tried at all. */
export function isTried({ weights, technology }: Assumption): boolean {
  return technology !== null || Object.keys(weights).length > 0;
}

/** The preset that an assumption is; null for one of one's own. */
export function presetOf({ weights, technology }: Assumption): Preset | null {
  for (const preset of Object.keys(PRESETS) as Preset[]) {
    const known: Assumption = PRESETS[preset];
    const names = Object.keys(known.weights);
    const isSame = names.length === Object.keys(weights).length &&
      names.every((name) => known.weights[name] === weights[name]);
    if (isSame && known.technology === technology) return preset;
  }
  return null;
}

/** A context as it would have been. What the student is allowed already stays. */
export function assumed(context: ScoringContext, { weights, technology }: Assumption): ScoringContext {
  const { policy, accommodations } = context;
  const technologies = technology === null || accommodations.technologies.includes(technology)
    ? accommodations.technologies
    : [...accommodations.technologies, technology];
  return {
    ...context,
    policy: changedPolicy(policy, weights),
    accommodations: { ...accommodations, technologies },
  };
}

/** The exam's policy with some weights put in place of its own; a weight of 0 mutes. */
function changedPolicy(given: ScoringPolicy, weights: Assumption["weights"]): ScoringPolicy {
  const names = new Set(Object.keys(weights));
  const muted = given.muted.filter((name) => !names.has(name));
  const kept = Object.fromEntries(Object.entries(given.weights).filter(([name]) => !names.has(name)));
  for (const [name, weight] of Object.entries(weights)) {
    if (weight === 0) muted.push(name);
    else kept[name] = weight;
  }
  return { muted, weights: kept };
}
