import type { Random } from "../../scoring/models/random.ts";

/** One of a list. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)];
}

/** What stands where something else is expected. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.5,
  1e-320,
  1e308,
  -1e308,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  2_592_000_000,
  2_592_000_001,
  "",
  " ",
  "0",
  "null",
  "NaN",
  "a".repeat(70),
  "a".repeat(9_000),
  "\u0000",
  "\ud800",
  "\u202e",
  "😀".repeat(50),
  "<script>alert(1)</script>",
  "' or 1=1 --",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  [],
  {},
  [[]],
  [null],
  { toString: 1 },
  { length: 1e9 },
];

/** Names under which something may hide. */
const KEYS = ["extra", "__proto__", "constructor", "prototype", "toString", "type", "seq", "", "\u0000", "t", "length"];

/** Characters that a text may be broken with. */
const CHARACTERS = ['"', "{", "}", "[", "]", ",", ":", "\\", "\n", "\u0000", "é", "0", "-", "e", " "];

type Json = Record<string, unknown> | unknown[];

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

/** Every place in a value where something can be changed: the holder and the key in it. */
function places(value: unknown, most = 400): { holder: Json; key: string }[] {
  const found: { holder: Json; key: string }[] = [];
  const todo = [value];
  while (todo.length > 0 && found.length < most) {
    const holder = todo.shift();
    if (!isJson(holder)) continue;
    for (const [key, part] of Object.entries(holder)) {
      found.push({ holder, key });
      todo.push(part);
    }
  }
  return found;
}

function put(holder: Json, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Changes a value in one place; the value may be replaced as a whole. */
export function mutate(random: Random, original: unknown): unknown {
  const value: unknown = structuredClone(original);
  const found = places(value);
  if (found.length === 0 || random() < 0.02) return pick(random, HOSTILE);
  const { holder, key } = pick(random, found);
  const before: unknown = Reflect.get(holder, key);
  switch (Math.floor(random() * 9)) {
    case 0:
      Reflect.deleteProperty(holder, key);
      if (Array.isArray(holder)) return JSON.parse(JSON.stringify(value));
      break;
    case 1:
      if (!Array.isArray(holder)) put(holder, pick(random, KEYS), pick(random, HOSTILE));
      else holder.push(pick(random, HOSTILE));
      break;
    case 2:
      if (typeof before === "number") put(holder, key, before + pick(random, [-1, 1, 0.25, 1e6, -1e6, 2 ** 40]));
      else put(holder, key, pick(random, HOSTILE));
      break;
    case 3:
      if (Array.isArray(before)) {
        put(
          holder,
          key,
          Array.from({ length: pick(random, [0, 2, 501, 1_001]) }, () => before[0]),
        );
      } else put(holder, key, [before]);
      break;
    case 4:
      put(
        holder,
        key,
        typeof before === "string" ? before.repeat(pick(random, [0, 2, 300])) : JSON.stringify(before) ?? "",
      );
      break;
    case 5: {
      const other = pick(random, found);
      put(holder, key, structuredClone(Reflect.get(other.holder, other.key)));
      break;
    }
    default:
      put(holder, key, pick(random, HOSTILE));
  }
  return value;
}

/** Breaks a text: cut off, a character put in, taken out or doubled, or wrapped deeply. */
export function mutateText(random: Random, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + pick(random, CHARACTERS) + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at + 1);
    case 3:
      return text + text;
    case 4:
      return "[".repeat(5_000) + text + "]".repeat(5_000);
    default:
      return text.slice(0, at) +
        text.slice(at).replace(/\d+/, pick(random, ["1e999", "-0", "01", "9".repeat(400), "1.0"]));
  }
}

/** A larger value is not changed further, in characters of JSON: one change can make a thousand of it. */
const MOST_CHANGED = 100_000;

function isSmall(value: unknown): boolean {
  return (JSON.stringify(value)?.length ?? 0) <= MOST_CHANGED;
}

/** A message as it goes out. */
export type Wire = string | Uint8Array;

/** A message, as it should be or spoilt. */
export function spoil(random: Random, message: unknown): Wire {
  const chance = random();
  if (chance < 0.35) return JSON.stringify(message);
  if (chance < 0.37) return new TextEncoder().encode(JSON.stringify(message));
  if (chance < 0.45) return mutateText(random, JSON.stringify(message));
  let value = mutate(random, message);
  while (random() < 0.3 && isSmall(value)) value = mutate(random, value);
  return JSON.stringify(value) ?? "null";
}
