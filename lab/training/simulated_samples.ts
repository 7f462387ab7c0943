import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { extractFeatures } from "../../scoring/features/extract.ts";
import { PREDICT_FIELDS, type PredictSample } from "../../scoring/models/predict_fields.ts";
import { type PersonaName, PERSONAS } from "../simulation/persona.ts";
import { simulate } from "../simulation/simulate.ts";

/** What a simulated sample shows, in shares: text from outside, absence, and a script at work. */
export const PREDICT_OUTPUTS = ["outside_text", "absence", "script"] as const;

/** One simulated student's five minutes. */
export interface LabelledSample {
  persona: PersonaName;
  /** Number of the simulated student. */
  student: number;
  sample: PredictSample;
  outputs: number[];
}

/** What the ten fields can show. Taken over and transcribing leave no trace in them and are no examples of either. */
const OUTPUTS: Partial<Record<PersonaName, number[]>> = { pasting: [1, 0, 0], away: [0, 1, 0], bot: [0, 0, 1] };
const WITHOUT: readonly PersonaName[] = ["taken_over", "transcribing"];

const QUESTIONS: PaperQuestion[] = [
  { id: "q1", type: "essay", text: "Discuss.", points: 10 },
  { id: "q2", type: "short_text", text: "Name one.", points: 1, max_characters: 200 },
  { id: "q3", type: "true_false", text: "Is it so?", points: 1 },
];
const SPAN_SECONDS = 300;
const SPANS = 2;

/**
 * Samples of simulated students of every persona: two spans of five minutes each. Nothing of it was recorded from
 * people, and whatever is trained on it has to say so.
 *
 * @param students Students a persona.
 * @param seed Of the first student; the next ones count on.
 */
export function simulatedSamples(students: number, seed: number): LabelledSample[] {
  const samples: LabelledSample[] = [];
  for (const persona of PERSONAS) {
    if (WITHOUT.includes(persona)) continue;
    for (let student = 0; student < students; student++) {
      const durationMs = SPANS * SPAN_SECONDS * 1_000;
      const events = [...simulate(persona, seed + student, { questions: QUESTIONS, durationMs })];
      const spans = extractFeatures(events, { intervalSeconds: SPAN_SECONDS, windowSizeSeconds: SPAN_SECONDS });
      for (const { features } of spans.slice(0, SPANS)) {
        const value = (name: string) => features[name] ?? 0;
        const sample = Object.fromEntries(PREDICT_FIELDS.map((name) => [name, value(name)])) as Record<
          typeof PREDICT_FIELDS[number],
          number
        >;
        samples.push({ persona, student, sample, outputs: OUTPUTS[persona] ?? [0, 0, 0] });
      }
    }
  }
  return samples;
}
