import type { RecordedAnswer } from "../../routes/api/examples/example.ts";
import type { Filled } from "./example_world.ts";

/** Lists and texts in a recorded answer, at most; what is longer is cut to the first. */
const MOST_PARTS = 3;
const KEPT_PARTS = 2;
const MOST_CHARACTERS = 300;

/** An answer as it is shown: long lists and texts cut, and what later examples need, by its name in braces. */
export function recordedAnswer({ status, headers }: Response, text: string, kept: Filled): RecordedAnswer {
  const type = headers.get("content-type");
  if (type === null) return { status, type, body: null };
  return { status, type, body: cut(type.startsWith("application/json") ? JSON.parse(text) : text, kept) };
}

/** What is shorter than this is a word, and no id or token. */
const SHORTEST_ID = 16;

function cut(value: unknown, kept: Filled): unknown {
  if (typeof value === "string") {
    const named = withNames(value, kept);
    return named.length > MOST_CHARACTERS ? `${named.slice(0, MOST_CHARACTERS)}…` : named;
  }
  if (Array.isArray(value)) {
    return (value.length > MOST_PARTS ? value.slice(0, KEPT_PARTS) : value).map((part) => cut(part, kept));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [withNames(name, kept), cut(part, kept)]),
  );
}

/** A text with what is kept by its name in braces. */
function withNames(text: string, kept: Filled): string {
  let named = text;
  for (const [name, value] of Object.entries(kept)) {
    if (value.length >= SHORTEST_ID) named = named.replaceAll(value, `{${name}}`);
  }
  return named;
}

/** What a value is made of: names and types, and of a list the shapes that occur in it. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((part) => JSON.stringify(shapeOf(part))))].sort();
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([name, part]) => [name, shapeOf(part)]),
  );
}
