import type { QuestionOf } from "../authored_exam.ts";

type Gap = QuestionOf<"cloze">["gaps"][number];

/** Ids of the gaps of a passage, in their order, each once. */
export function gapsIn(passage: string): string[] {
  return [...new Set(Array.from(passage.matchAll(/\[\[([A-Za-z0-9_-]{1,32})\]\]/g), ([, id]) => id))];
}

/**
 * The gaps of a passage as it is written: those that stand in it, in their order. One that was there before keeps what
 * was written for it.
 *
 * @param known Gaps that there are or were.
 */
export function gapsOf(passage: string, known: readonly Gap[]): Gap[] {
  return gapsIn(passage).map((id) => known.find((gap) => gap.id === id) ?? { id, max_characters: 50 });
}

/** Makes a gap of a piece of the passage: what stood there is its right answer. */
export function makeGap(
  passage: string,
  gaps: readonly Gap[],
  from: number,
  to: number,
): { passage: string; gaps: Gap[] } {
  const answer = passage.slice(from, to).trim();
  const used = new Set(gapsIn(passage));
  let number = 1;
  while (used.has(String(number))) number++;
  const id = String(number);
  const next = `${passage.slice(0, from)}[[${id}]]${passage.slice(to)}`;
  const gap: Gap = { id, max_characters: 50, ...(answer !== "" && { correct: [answer] }) };
  return { passage: next, gaps: gapsOf(next, [gap, ...gaps.filter((other) => other.id !== id)]) };
}
