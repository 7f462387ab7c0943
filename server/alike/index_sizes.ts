import type { AlikeIndex } from "../../protocol/alike.ts";
import type { ItemModel } from "../psychometrics/calibrate_items.ts";

/** Of how many persons and questions an index says something. */
export interface IndexSize {
  leastPersons: number;
  leastQuestions: number;
  /** Beyond it another index says the same better. */
  mostPersons: number | null;
}

/** Persons from whose answers questions' parameters are estimated: the tables of docs/psychometrics.md show why. */
const LEAST_FOR_RASCH = 50;
const LEAST_FOR_2PL = 200;

/** The smallest exam that anything is said of. */
const LEAST = { leastPersons: 10, leastQuestions: 10 };

export const INDEX_SIZES: Readonly<Record<AlikeIndex, IndexSize>> = {
  same_answers: { ...LEAST, leastPersons: LEAST_FOR_RASCH, mostPersons: null },
  same_wrong: { ...LEAST, mostPersons: LEAST_FOR_RASCH - 1 },
  longest_run: { ...LEAST, mostPersons: LEAST_FOR_RASCH - 1 },
  misfit: { ...LEAST, leastPersons: LEAST_FOR_RASCH, mostPersons: null },
  guttman_errors: { ...LEAST, mostPersons: LEAST_FOR_RASCH - 1 },
  odd_times: { leastPersons: 50, leastQuestions: 10, mostPersons: null },
  fast_and_right: { leastPersons: 30, leastQuestions: 10, mostPersons: null },
};

/** Which model's parameters so many persons' answers give; null for none. */
export function modelFor(persons: number): ItemModel | null {
  if (persons < LEAST_FOR_RASCH) return null;
  return persons < LEAST_FOR_2PL ? "rasch" : "2pl";
}

/** Whether an index says something of an exam of this size. */
export function isUsed(
  { leastPersons, leastQuestions, mostPersons }: IndexSize,
  persons: number,
  questions: number,
): boolean {
  return persons >= leastPersons && questions >= leastQuestions && (mostPersons === null || persons <= mostPersons);
}
