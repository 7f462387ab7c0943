import type { MarkPlace } from "../../protocol/marks.ts";
import { markAnswer, type Question } from "../../protocol/items/registry.ts";
import { AUTO } from "../../protocol/marks.ts";
import { Refusal } from "../errors.ts";
import type { Exam } from "../store/exam_store.ts";
import type { GivenMark, HeldMark } from "../store/snapshot_store.ts";
import { said } from "../../words/refusal.ts";

/** Whether a question's answers are marked by two: where the exam says so, and no key marks them. */
export function isMarkedByTwo({ document }: Pick<Exam, "document">, question: Question): boolean {
  return document.policy.marking?.second_marker === true && markAnswer(question, undefined) === null;
}

/** The mark that counts of those that people gave, or null while it is not settled. */
export function settledMark(held: HeldMark, isByTwo: boolean): GivenMark & { also?: string | null } | null {
  const { points, second, agreed } = held;
  if (agreed !== undefined) return agreed;
  if (second !== undefined) return second.points === points ? { ...held, also: second.comment } : null;
  return isByTwo && held.by !== AUTO ? null : held;
}

/** A mark with its place among those of an answer. */
export interface PlacedMark {
  as: MarkPlace;
  mark: GivenMark;
}

/** What a marker may see of the marks of an answer that two mark, and what it waits for. */
export interface SeenPlaces {
  waits_for: "you" | "agreement" | "others" | null;
  is_yours: boolean;
  given: PlacedMark[];
}

/**
 * As long as one mark alone is in, it is seen by who gave it, and by nobody else; nobody else is told that it is there.
 *
 * @param viewer Username.
 */
export function placesSeenBy(viewer: string, held: HeldMark | undefined): SeenPlaces {
  if (held === undefined) return { waits_for: "you", is_yours: false, given: [] };
  const { by, points, second, agreed } = held;
  const first: PlacedMark = { as: "first", mark: held };
  if (second === undefined) {
    const isYours = by === viewer;
    return { waits_for: isYours ? "others" : "you", is_yours: isYours, given: isYours ? [first] : [] };
  }
  const isYours = by === viewer || second.by === viewer;
  const isSettled = agreed !== undefined || points === second.points;
  return {
    waits_for: isSettled ? null : isYours ? "agreement" : "others",
    is_yours: isYours,
    given: [first, { as: "second", mark: second }, ...(agreed ? [{ as: "agreed" as const, mark: agreed }] : [])],
  };
}

/** Where a mark goes. */
interface Place {
  as: MarkPlace;
  /** What stands there, if anything. */
  before: GivenMark | undefined;
  /** Whether it may change: once two marks are in, only what both agree on does. */
  isOpen: boolean;
}

/**
 * The place of a mark that somebody gives: the first who marks an answer is its first marker, the next one its second, so
 * that nobody is both.
 *
 * @param as What its marker says of it.
 * @throws {Refusal} `invalid`, `wrong_state`, `forbidden`, `conflict`: what is agreed on comes from one of two who have marked.
 */
export function placeOf(held: HeldMark | undefined, by: string, as: "agreed" | undefined, isByTwo: boolean): Place {
  const { second, agreed } = held ?? {};
  if (!isByTwo && second === undefined) {
    if (as !== undefined) throw new Refusal("invalid", "no_second_marker", { path: "as" });
    return { as: "first", before: held, isOpen: true };
  }
  if (as === "agreed") {
    if (held === undefined || second === undefined) throw new Refusal("wrong_state", "not_marked_by_two");
    if (by !== held.by && by !== second.by) throw notYours(held, second);
    return { as, before: agreed, isOpen: true };
  }
  if (held === undefined || held.by === by) return { as: "first", before: held, isOpen: second === undefined };
  if (second === undefined || second.by === by) return { as: "second", before: second, isOpen: second === undefined };
  throw notYours(held, second);
}

function notYours({ by: first }: GivenMark, { by: second }: GivenMark): Refusal {
  return new Refusal("forbidden", said("marked_by_two", { first, second }));
}
