import type { MarkedAnswer } from "../../protocol/marking.ts";

/** Whether a marker goes through all answers to one question, or through one student's. */
export type Walk = "question" | "student";

/** Where a marker is: kept in the page's address, so that neither a reload nor a bookmark loses it. */
export interface Place {
  walk: Walk;
  question: string | null;
  attempt: string | null;
  anonymous: boolean;
}

/**
 * The place that an address names.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(readPlace("?question=q1&by=student"), { walk: "student", question: "q1", attempt: null, anonymous: false });
 * ```
 */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  return {
    walk: query.get("by") === "student" ? "student" : "question",
    question: query.get("question"),
    attempt: query.get("attempt"),
    anonymous: query.get("anonymous") === "true",
  };
}

/** A place as an address names it. */
export function placeSearch({ walk, question, attempt, anonymous }: Place): string {
  const query = new URLSearchParams();
  if (question !== null) query.set("question", question);
  if (attempt !== null) query.set("attempt", attempt);
  if (walk === "student") query.set("by", "student");
  if (anonymous) query.set("anonymous", "true");
  return `?${query}`;
}

/** The answers that the marker goes through at a place, as a query of the list of what is to be marked. */
export function askedAt({ walk, question, attempt }: Place): string {
  return walk === "question" ? `question=${encodeURIComponent(question ?? "")}` : `attempt=${attempt ?? ""}`;
}

/** Whether an answer waits for a mark of this marker. */
export function isOpen({ mark, places }: Pick<MarkedAnswer, "mark" | "places">): boolean {
  return mark.by === null && places?.waits_for !== "others";
}

/** Index of the next open answer after one, around the end to those before it; -1 for none. The one itself comes last. */
export function nextOpen(answers: readonly Pick<MarkedAnswer, "mark" | "places">[], from: number): number {
  for (let step = 1; step <= answers.length; step++) {
    const index = (from + step) % answers.length;
    if (isOpen(answers[index])) return index;
  }
  return -1;
}
