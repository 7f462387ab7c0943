const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Characters of an id that tells nothing. */
const RANDOM_CHARACTERS = 5;

/** A source of numbers in [0, 1). */
export type Random = () => number;

/** An id that tells nothing, such as `k3xq9`. It begins with a letter. */
export function randomId(random: Random): string {
  const digits = `${LETTERS}0123456789`;
  const pick = (from: string) => from[Math.floor(random() * from.length)];
  return pick(LETTERS) + Array.from({ length: RANDOM_CHARACTERS - 1 }, () => pick(digits)).join("");
}

/**
 * Id of a new question: the next number, as exports and proctors show it.
 *
 * @param used Every id that was ever used, also of questions that were removed: answers are kept under them.
 */
export function nextQuestionId(used: Iterable<string>): string {
  let most = 0;
  for (const id of used) most = Math.max(most, Number(/^q(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `q${most + 1}`;
}

/** Id of a new choice: the first letter that is free, then numbers. */
export function nextChoiceId(used: readonly { id: string }[]): string {
  const ids = new Set(used.map(({ id }) => id));
  const letter = [...LETTERS].find((candidate) => !ids.has(candidate));
  if (letter !== undefined) return letter;
  let number = 1;
  while (ids.has(`c${number}`)) number++;
  return `c${number}`;
}

/**
 * As many ids as are wanted, in an order that cannot be read off them: students see ids, and the order is the answer.
 * Ids that are there already stay, unless they tell it.
 *
 * @param ids What is there; null where a new one is wanted.
 */
export function untellingIds(ids: readonly (string | null)[], random: Random): string[] {
  const fill = (from: readonly (string | null)[]) => {
    const used = new Set(from.filter((id) => id !== null));
    return from.map((id) => {
      if (id !== null) return id;
      let made = randomId(random);
      while (used.has(made)) made = randomId(random);
      used.add(made);
      return made;
    });
  };
  let filled = fill(ids);
  while (isSorted(filled)) filled = fill(ids.map(() => null));
  return filled;
}

function isSorted(ids: readonly string[]): boolean {
  return ids.length > 2 &&
    ids.every((id, index) => index === 0 || ids[index - 1].localeCompare(id, "en", { numeric: true }) < 0);
}

/** A code to propose for an exam: its title's first letters and a number that hardly anybody has. */
export function proposedCode(title: string, random: Random): string {
  const letters = title.normalize("NFD").toUpperCase().replace(/[^A-Z0-9]+/g, " ").trim().split(" ")[0]?.slice(0, 8) ??
    "";
  const number = String(Math.floor(random() * 9_000) + 1_000);
  return `${letters.length >= 2 ? letters : "EXAM"}-${number}`;
}
