import { ItemId } from "../../../../protocol/items/prompt.ts";

/** The name that something has in its file, where ours may be called so and nothing is yet; else a letter and the next number. */
export function freeId(wanted: string | undefined, letter: string, taken: ReadonlySet<string>): string {
  if (wanted !== undefined && ItemId.safeParse(wanted).success && !taken.has(wanted)) return wanted;
  let number = taken.size + 1;
  while (taken.has(`${letter}${number}`)) number++;
  return `${letter}${number}`;
}
