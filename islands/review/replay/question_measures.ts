import { questionOfAnswer } from "../../../protocol/items/answer_ids.ts";
import { AnnotatedText } from "./annotated_text.ts";
import { arrivalsOf } from "./arrivals.ts";
import type { Recording } from "./replay_source.ts";
import { type Spell, spellsOf } from "./timeline_spells.ts";

/** How one question was worked on. */
export interface QuestionMeasure {
  question: string;
  /** While it was in view, ms; 0 for never. */
  inViewMs: number;
  /** Of that, away from the exam, ms. */
  awayMs: number;
  /** Keys a minute in view and not away; null for too short a time. */
  keysPerMinute: number | null;
  /** Characters that came in one piece from elsewhere. */
  arrived: number;
  /** Characters of text in the answer at the end; null where it is none of text. */
  written: number | null;
}

/** Of less time a rate says nothing, ms. */
const LEAST_MS = 10_000;

/** How each question of an attempt was worked on, in the order of the paper: each is held against the others by whoever looks. */
export function questionMeasures(
  { questions, steps, keys, endT, model }: Pick<Recording, "questions" | "steps" | "keys" | "endT" | "model">,
): QuestionMeasure[] {
  const { visited, away } = spellsOf(steps, endT);
  const arrivals = arrivalsOf(steps);
  const arrived = new Map<string, number>();
  steps.forEach((step, index) => {
    if (step.kind !== "edit" || arrivals[index] !== "arrived") return;
    const question = questionOfAnswer(step.question);
    arrived.set(question, (arrived.get(question) ?? 0) + step.inserted.length);
  });
  const written = new Map<string, number>();
  for (const [id, answer] of model.at(endT).answers) {
    if (!(answer instanceof AnnotatedText)) continue;
    const question = questionOfAnswer(id);
    written.set(question, (written.get(question) ?? 0) + answer.toString().length);
  }
  return questions.map(({ id }) => {
    const spells = visited.filter(({ question }) => question === id);
    const inViewMs = lengthOf(spells);
    const awayMs = spells.reduce((sum, spell) => sum + away.reduce((part, one) => part + overlap(spell, one), 0), 0);
    const workedMs = inViewMs - awayMs;
    let pressed = 0;
    for (const [second, count] of keys) {
      const t = second * 1_000;
      if (spells.some(({ from, to }) => t >= from && t < to)) pressed += count;
    }
    return {
      question: id,
      inViewMs,
      awayMs,
      keysPerMinute: workedMs < LEAST_MS ? null : pressed / (workedMs / 60_000),
      arrived: arrived.get(id) ?? 0,
      written: written.get(id) ?? null,
    };
  });
}

function lengthOf(spells: readonly Spell[]): number {
  return spells.reduce((sum, { from, to }) => sum + (to - from), 0);
}

function overlap(one: Spell, other: Spell): number {
  return Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
}
