import { z } from "zod";

/** The one name that zod's own records leave out without a word, and what it is kept as while they look. */
const LEFT_OUT = /^__proto__'*$/;
const KEPT_AS = /^__proto__'+$/;

/**
 * An object whose names come from people, such as the ids of their questions: every name is kept, `__proto__` as well.
 * `z.record` alone would drop an answer under that name, and nobody would hear of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { z } from "zod";
 *
 * const marks = dictionary(z.string(), z.number());
 * assert.deepEqual(Object.entries(marks.parse(JSON.parse('{"__proto__": 1}'))), [["__proto__", 1]]);
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function dictionary<Value extends z.ZodType>(name: z.ZodString, value: Value) {
  const record = z.record(name, value).overwrite((read) =>
    renamed(read, (from) => KEPT_AS.test(from) ? from.slice(0, -1) : from)
  );
  return z.preprocess(
    (given) => isObject(given) ? renamed(given, (from) => LEFT_OUT.test(from) ? `${from}'` : from) : given,
    record,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same object under other names; itself where none changes, as nearly always. */
function renamed<Values>(from: Record<string, Values>, rename: (name: string) => string): Record<string, Values> {
  const names = Object.keys(from);
  if (!names.some((name) => name.startsWith("__proto__"))) return from;
  return Object.fromEntries(names.map((name) => [rename(name), from[name]]));
}
