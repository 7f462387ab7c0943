import type { ScoringContext } from "../../protocol/log_entry.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import type { ScorableEvent } from "../../protocol/scorable_event.ts";
import { defaultContext } from "../../scoring/fold.ts";
import { createRandom } from "../../scoring/models/random.ts";
import type { CoauthorSession } from "../data_sets/coauthor.ts";
import { groupDigest } from "../evaluation/held_out.ts";
import { type PersonaName, PERSONAS } from "../simulation/persona.ts";
import { simulate } from "../simulation/simulate.ts";
import { RECORDED_KINDS, type RecordedKind, recordedSitting } from "./recorded_kinds.ts";

/** What a sitting shows of what aggregates can show, in shares: text from outside, absence, and a script at work. */
export const SITTING_OUTPUTS = ["outside_text", "absence", "script"] as const;

/** One sitting, and what was done in it. */
export interface LabelledSitting {
  kind: PersonaName | RecordedKind;
  /** Whether its writing was recorded from a person. */
  isRecorded: boolean;
  /** For each of {@link SITTING_OUTPUTS}; all 0 where nothing is out of the ordinary. */
  outputs: readonly number[];
  events: ScorableEvent[];
  context: ScoringContext;
}

const ORDINARY = [0, 0, 0];
const OUTPUTS: Partial<Record<PersonaName | RecordedKind, readonly number[]>> = {
  pasting: [1, 0, 0],
  away: [0, 1, 0],
  bot: [0, 0, 1],
  pieces_pasted: [1, 0, 0],
  looked_up: [0, 1, 0],
  question_carried_out: [0, 1, 0],
};
/** Whom aggregates cannot show: they leave no trace in counts, means and spreads, and are examples of nothing. */
const WITHOUT: readonly PersonaName[] = ["taken_over", "transcribing"];

const QUESTIONS: PaperQuestion[] = [
  { id: "q1", type: "essay", text: "Discuss.", points: 10 },
  { id: "q2", type: "short_text", text: "Name one.", points: 1, max_characters: 200 },
  { id: "q3", type: "true_false", text: "Is it so?", points: 1 },
];
const SIMULATED_MS = 15 * 60_000;
/** Recorded sessions of less are no sitting. */
const LEAST_EVENTS = 300;

/** The half of the recorded writers that is learnt from, or the one that is kept for evaluation. */
export type Half = "training" | "evaluation";

/** Which half a writer belongs to, by the digest of the name. */
export function halfOf(writer: string): Half {
  return parseInt(groupDigest("coauthor", writer).slice(0, 8), 16) % 2 === 0 ? "training" : "evaluation";
}

/**
 * Simulated students of every persona but those whom aggregates cannot show, each for a quarter of an hour.
 *
 * @param students Students for each persona.
 * @param seed Of the first student; the next ones count on.
 */
export function* simulatedSittings(students: number, seed: number): Generator<LabelledSitting> {
  for (const kind of PERSONAS) {
    if (WITHOUT.includes(kind)) continue;
    for (let student = 0; student < students; student++) {
      yield {
        kind,
        isRecorded: false,
        outputs: OUTPUTS[kind] ?? ORDINARY,
        events: [...simulate(kind, seed + student, { questions: QUESTIONS, durationMs: SIMULATED_MS })],
        context: contextOf(kind),
      };
    }
  }
}

/**
 * Recorded sessions of one half of the writers, each once as it is typed and once with each kind of what is put in.
 *
 * @param seed Of where it is put in.
 */
export function* recordedSittings(
  sessions: readonly CoauthorSession[],
  half: Half,
  seed: number,
): Generator<LabelledSitting> {
  const random = createRandom(seed);
  for (const session of sessions) {
    if (halfOf(session.w) !== half || session.k.length < LEAST_EVENTS) continue;
    for (const kind of RECORDED_KINDS) {
      yield {
        kind,
        isRecorded: true,
        outputs: OUTPUTS[kind] ?? ORDINARY,
        events: recordedSitting(session, kind, random),
        context: defaultContext(),
      };
    }
  }
}

/** Who uses an aid has told the exam so. */
function contextOf(kind: PersonaName): ScoringContext {
  const context = defaultContext();
  if (kind !== "dictation" && kind !== "screen_reader" && kind !== "switch_access") return context;
  return { ...context, accommodations: { ...context.accommodations, technologies: [kind] } };
}
