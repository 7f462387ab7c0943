import type { ReplayStep } from "../../../protocol/replay.ts";
import { AnnotatedText, type Arrival } from "./annotated_text.ts";

/** What a hand puts in at once, at most: a letter, or one with its accents. */
const MOST_BY_HAND = 2;

/** Pieces that were taken out and may come back, at most, and how short one can be to be known again. */
const MOST_TAKEN = 50;
const LEAST_KNOWN = 3;

/**
 * How each edit's text came, from the log alone: the browser says how an edit was made, and what was in the own answers before
 * has moved. A key that no one saw is not looked for here: the score does.
 *
 * @returns By index; undefined for steps that are no edits.
 */
export function arrivalsOf(steps: readonly ReplayStep[]): (Arrival | undefined)[] {
  const texts = new Map<string, AnnotatedText>();
  let taken: string[] = [];
  return steps.map((step) => {
    if (step.kind === "choose") texts.delete(step.question);
    if (step.kind === "whole") {
      for (const [question, answer] of Object.entries(step.answers)) {
        const text = typeof answer === "string" ? answer : "";
        texts.set(question, new AnnotatedText([{ text, how: "given", gone: null }]));
      }
    }
    if (step.kind !== "edit") return undefined;
    const text = texts.get(step.question) ?? new AnnotatedText();
    texts.set(step.question, text);
    const how = arrivalOf(
      step,
      () => taken.some((piece) => piece.includes(step.inserted)) || isIn(texts, step.inserted),
    );
    if (step.removed >= LEAST_KNOWN) {
      const gone = text.toString().slice(step.at, step.at + step.removed);
      taken = [...taken.slice(1 - MOST_TAKEN), gone];
    }
    text.edit(step.at, step.removed, step.inserted, how, step.t);
    return how;
  });
}

function arrivalOf({ input, inserted }: Extract<ReplayStep, { kind: "edit" }>, isKnown: () => boolean): Arrival {
  switch (input) {
    case "composition":
      return "typed";
    case "dictation":
    case "replacement":
      return "helped";
    case "typing":
    case undefined:
      if (inserted.length <= MOST_BY_HAND) return "typed";
      break;
    default:
  }
  return inserted.length >= LEAST_KNOWN && isKnown() ? "moved" : input === "history" ? "typed" : "arrived";
}

function isIn(texts: ReadonlyMap<string, AnnotatedText>, piece: string): boolean {
  return [...texts.values()].some((text) => text.toString().includes(piece));
}
