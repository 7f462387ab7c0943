/**
 * Simulation: invented students for the demo, the bench and tests. Nothing here was recorded from a person, and
 * what is trained or measured on it must say so.
 */
import type { CapturedEvent } from "../../protocol/events.ts";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { createRandom, type Random } from "../../scoring/models/random.ts";
import { answerBriefly, openQuestion, writeOn } from "./answering.ts";
import { between, chance } from "./distributions.ts";
import { fork } from "./fork.ts";
import { Interruptions } from "./interruptions.ts";
import { drawPerson, handOver, type Person } from "./person.ts";
import type { PersonaName } from "./persona.ts";
import { Sitting } from "./sitting.ts";

/** What a browser of today is able to capture, by the names that `islands/capture/start_capture.ts` gives. */
const SIGNALS = [
  ...["keyboard", "pointer", "focus", "visibility", "clipboard", "resize", "fullscreen", "display", "online", "idle"],
];

/** What is sat, and for how long. */
interface SimulationOptions {
  /** The paper, as a student gets it; at least one question. */
  questions: readonly PaperQuestion[];
  /** No event begins after it, in ms of attempt time. */
  durationMs: number;
  /** When another person takes the keyboard, in ms; half of the duration when absent. For who is taken over only. */
  takeoverAtMs?: number;
}

/**
 * The events that one simulated student's browser would capture over a sitting, in order of `t`.
 *
 * Typing: log-normal gaps by digraph class, dwell and rollover, slips mended with backspaces, pauses before words and
 * sentences, revisions. Pointer: minimum-jerk strokes with tremor, sampled at 60 Hz. Around it: questions opened and
 * answered, looks elsewhere, blurs, idle time, lost networks, as the persona has it. Every event is valid by
 * `protocol/events.ts` and has its fields in that order, so that `JSON.stringify` of it is canonical.
 *
 * @param seed Any integer: the same persona, seed and options give the same events.
 * @throws {RangeError} If the paper is empty.
 *
 * @example
 * const questions = [{ id: "q1", points: 1, text: "Why?", type: "essay" as const }];
 * const events = [...simulate("steady", 7, { questions, durationMs: 60_000 })];
 * assert.equal(events[0].type, "capture_start");
 */
export function* simulate(persona: PersonaName, seed: number, options: SimulationOptions): Generator<CapturedEvent> {
  if (options.questions.length === 0) throw new RangeError("Cannot simulate a sitting: the paper has no question");
  const random = createRandom(seed);
  const person = drawPerson(persona, fork(random));
  const sitting = new Sitting(fork(random));
  const steps = activities(sitting, person, options, fork(random));
  // Drawn last, so that what was drawn before there was an aim is what it was.
  sitting.aim = fork(random);
  for (const _ of steps) {
    for (const event of sitting.drain()) {
      if (event.t > options.durationMs) return;
      yield event;
    }
    if (sitting.nowMs > options.durationMs) return;
  }
}

/** What is done, one step after the other, for ever; yields where events can be taken. */
function* activities(
  sitting: Sitting,
  person: Person,
  options: SimulationOptions,
  random: Random,
): Generator<void> {
  const takeoverAtMs = person.persona.isTakenOver ? options.takeoverAtMs ?? options.durationMs / 2 : Infinity;
  const interruptions = new Interruptions(sitting, person);
  let isHandedOver = false;
  const betweenSteps = (isWriting: boolean): void => {
    interruptions.happen(sitting, person, isWriting);
    if (isHandedOver || sitting.nowMs < takeoverAtMs) return;
    isHandedOver = true;
    handOver(person, random);
  };

  const essays = options.questions.filter((question) => question.type === "essay");
  const others = options.questions.filter((question) => question.type !== "essay");
  const essayUntilMs = chance(random, 0.7) ? options.durationMs * between(random, 0.2, 0.45) : 0;

  function* writeEssay(question: PaperQuestion, untilMs: number): Generator<void> {
    openQuestion(sitting, person, question);
    yield;
    do {
      writeOn(sitting, person, () => betweenSteps(true));
      yield;
    } while (sitting.nowMs < untilMs);
  }

  sitting.report({ by: "page", driven: false, signals: SIGNALS, t: 0, type: "capture_start" });
  sitting.report({ extended: false, t: 0, type: "display_change" });
  sitting.wait(between(random, 200, 900));
  if (essays.length > 0 && essayUntilMs > 0) yield* writeEssay(essays[0], essayUntilMs);
  for (const question of others) {
    openQuestion(sitting, person, question);
    betweenSteps(false);
    answerBriefly(sitting, person, question);
    betweenSteps(false);
    yield;
  }
  while (true) {
    for (const question of essays) yield* writeEssay(question, sitting.nowMs + options.durationMs * 0.3);
    // A second look at what was answered: opened and read, nothing changed.
    for (const question of others) {
      openQuestion(sitting, person, question);
      betweenSteps(false);
      yield;
    }
  }
}
