import type { KeyClass } from "../../protocol/events.ts";
import type { Random } from "../../scoring/models/random.ts";
import { pick } from "./distributions.ts";

const ROWS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

// One string a finger, left little finger to right little finger, as touch typing is taught on QWERTY.
const FINGERS = ["1qaz", "2wsx", "3edc", "45rfvtgb", "67yhnujm", "8ik,", "9ol.", "0p;/'-"];
const FIRST_RIGHT_FINGER = 4;

const fingerOf = new Map(FINGERS.flatMap((keys, finger) => [...keys].map((key) => [key, finger] as const)));

/**
 * How two keys follow each other; people's inter-key times differ by it (Salthouse 1986; Dhakal et al. 2018).
 */
export type DigraphClass = "repeat" | "alternate" | "same_hand" | "same_finger" | "to_space" | "word_start" | "other";

/**
 * Class of the step from one character to the next on a QWERTY keyboard.
 *
 * @param previous The character before, or `""` for none.
 *
 * @example
 * assert.equal(digraphClass("t", "h"), "alternate");
 * assert.equal(digraphClass("e", "d"), "same_finger");
 */
export function digraphClass(previous: string, next: string): DigraphClass {
  if (next === " ") return "to_space";
  if (previous === " " || previous === "") return "word_start";
  const from = fingerOf.get(previous.toLowerCase());
  const to = fingerOf.get(next.toLowerCase());
  if (from === undefined || to === undefined) return "other";
  if (previous.toLowerCase() === next.toLowerCase()) return "repeat";
  if (from === to) return "same_finger";
  return (from < FIRST_RIGHT_FINGER) === (to < FIRST_RIGHT_FINGER) ? "same_hand" : "alternate";
}

/**
 * A key beside the wanted one, for a slip of the finger; the key itself where it has no neighbour.
 *
 * @example
 * assert.equal(["q", "e"].includes(neighbouringKey(createRandom(1), "w")), true);
 */
export function neighbouringKey(random: Random, character: string): string {
  const row = ROWS.find((keys) => keys.includes(character));
  if (row === undefined) return character;
  const at = row.indexOf(character);
  return pick(random, [row[at - 1], row[at + 1]].filter((key) => key !== undefined));
}

/**
 * Class of the key that types a character, as capture reports it.
 *
 * @example
 * assert.equal(keyClassOf("e"), "letter");
 */
export function keyClassOf(character: string): KeyClass {
  if (character === " ") return "space";
  if (character === "\n") return "enter";
  if (/\p{L}/u.test(character)) return "letter";
  return /\p{N}/u.test(character) ? "digit" : "punctuation";
}
