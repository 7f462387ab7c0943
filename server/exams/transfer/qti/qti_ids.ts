import { isInIdOrder } from "../../../../protocol/items/id_order.ts";
import type { Candidate } from "../shared/found.ts";
import { secretIds, sortedById } from "../shared/secret_ids.ts";

type Choices = readonly { id: string; text: string }[];

/** An ordering's choices and key, renamed where their ids would tell the order. */
export function orderedChoices(choices: Choices, right: readonly string[]): Candidate {
  if (!isInIdOrder(right)) return { choices, correct: right };
  const renamed = renaming(right.map((id) => ({ id, text: choices.find((each) => each.id === id)?.text ?? "" })));
  return {
    choices: sortedById(choices.map(({ id, text }) => ({ id: renamed(id), text }))),
    correct: right.map(renamed),
  };
}

/** New names for choices, in whose order the right ones do not stand. */
export function renaming(choices: Choices): (id: string) => string {
  const ids = secretIds(choices.map(({ text }) => text));
  const names = new Map(choices.map(({ id }, at) => [id, ids[at]]));
  return (id) => names.get(id) ?? id;
}

/** A gap's own name where ours may be called so, else its number. */
export function gapId(id: string, at: number): string {
  return /^[A-Za-z0-9_-]{1,32}$/.test(id) ? id : `g${at + 1}`;
}
