import type { Answer } from "../../../protocol/items/answer.ts";
import type { ReplayStep } from "../../../protocol/replay.ts";
import { AnnotatedText, type Arrival } from "./annotated_text.ts";
import { arrivalsOf } from "./arrivals.ts";

/** Steps between two states that are kept, so that a seek applies few. */
const KEPT_EVERY = 400;

/** Where somebody wrote last. */
export interface Caret {
  question: string;
  offset: number;
}

/** How an attempt's answers stood at a moment. */
export interface ReplayState {
  answers: Map<string, AnnotatedText | readonly string[]>;
  /** The answer in view; null before the first. */
  question: string | null;
  caret: Caret | null;
}

interface Kept {
  /** Steps before it, all of which have happened by `from`. */
  index: number;
  from: number;
  state: ReplayState;
}

/**
 * How an attempt's answers came to be, from the log alone, at any moment and in any order of asking. The answers at `t` are those
 * of the server at `t`: the steps that had happened by then, in the log's order.
 */
export class ReplayModel {
  readonly #steps: readonly ReplayStep[];
  readonly #arrivals: readonly (Arrival | undefined)[];
  /** The earliest `t` from each step on: where the steps end that have happened by a moment. */
  readonly #earliest: readonly number[];
  readonly #kept: Kept[] = [];

  /** @param steps In the log's order. */
  constructor(steps: readonly ReplayStep[]) {
    this.#steps = steps;
    this.#arrivals = arrivalsOf(steps);
    const earliest: number[] = [];
    let least = Infinity;
    for (let index = steps.length - 1; index >= 0; index--) {
      least = Math.min(least, steps[index].t);
      earliest[index] = least;
    }
    this.#earliest = earliest;
    let from = 0;
    const state: ReplayState = { answers: new Map(), question: null, caret: null };
    steps.forEach((step, index) => {
      if (index % KEPT_EVERY === 0) this.#kept.push({ index, from, state: copyOf(state) });
      from = Math.max(from, step.t);
      apply(state, step, this.#arrivals[index]);
    });
  }

  /** How the answers stood. @param t Attempt time, ms; infinite for the end. */
  at(t: number): ReplayState {
    const kept = this.#kept.findLast(({ from }) => from <= t);
    const state: ReplayState = kept === undefined
      ? { answers: new Map(), question: null, caret: null }
      : copyOf(kept.state);
    for (let index = kept?.index ?? 0; index < this.#steps.length && this.#earliest[index] <= t; index++) {
      if (this.#steps[index].t <= t) apply(state, this.#steps[index], this.#arrivals[index]);
    }
    return state;
  }

  /** Answers of a moment, as the server tells them. */
  answersAt(t: number): Record<string, Answer> {
    return Object.fromEntries(
      Array.from(this.at(t).answers, ([question, answer]) => [
        question,
        answer instanceof AnnotatedText ? answer.toString() : [...answer],
      ]),
    );
  }

  /** Text that came in one piece, oldest first: when, into which answer, how many characters. */
  arrivals(least: number): { t: number; question: string; characters: number }[] {
    return this.#steps.flatMap((step, index) =>
      step.kind === "edit" && this.#arrivals[index] === "arrived" && step.inserted.length >= least
        ? [{ t: step.t, question: step.question, characters: step.inserted.length }]
        : []
    );
  }
}

function copyOf({ answers, question, caret }: ReplayState): ReplayState {
  const copies = Array.from(
    answers,
    ([id, answer]) => [id, answer instanceof AnnotatedText ? answer.copy() : answer] as const,
  );
  return { answers: new Map(copies), question, caret };
}

function apply(state: ReplayState, step: ReplayStep, how: Arrival | undefined): void {
  const { answers } = state;
  switch (step.kind) {
    case "view":
      state.question = step.question;
      return;
    case "choose":
      answers.set(step.question, step.choices);
      return;
    case "whole":
      for (const [question, answer] of Object.entries(step.answers)) answers.set(question, given(answer));
      return;
    case "edit": {
      const { question, at, removed, inserted, t } = step;
      const before = answers.get(question);
      const text = before instanceof AnnotatedText ? before : new AnnotatedText();
      answers.set(question, text);
      text.edit(at, removed, inserted, how ?? "typed", t);
      state.caret = { question, offset: at + inserted.length };
    }
  }
}

function given(answer: Answer): AnnotatedText | readonly string[] {
  if (typeof answer !== "string") return answer;
  return new AnnotatedText(answer === "" ? [] : [{ text: answer, how: "given", gone: null }]);
}
