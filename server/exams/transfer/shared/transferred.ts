import type { TextFormat } from "../../../../protocol/exam.ts";
import type { Question } from "../../../../protocol/items/registry.ts";
import type { Pool } from "../../../../protocol/pools.ts";
import type { Section } from "../../../../protocol/sections.ts";
import type { Picture } from "../../media/read_picture.ts";

/** What goes between an exam and a file, either way. */
export interface Transferred {
  /** In the order of the exam, those of each section together. */
  questions: readonly Question[];
  sections: readonly Section[];
  pools: readonly Pool[];
  /** What the texts show, by the ids that they refer to. */
  pictures: Pictures;
  /** What the texts are, where that is known: `plain` where it is not. A file does not say. */
  textFormat?: TextFormat;
}

/** Pictures by their ids. */
export type Pictures = ReadonlyMap<string, Picture>;

/** A question without the section and the pool that it stands in, which are of its exam. */
export function unplaced({ section: _, pool: __, ...question }: Question): Question {
  return question;
}
