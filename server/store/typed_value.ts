import { Buffer } from "node:buffer";

/**
 * A value of Deno KV in JSON, with its type: what JSON has no word for is an object with one key that begins with `$`.
 * An object of the store's own with such a key is wrapped, so that nothing is mistaken for another.
 *
 * @throws {TypeError} For what KV may hold and this product never stores, such as errors or regular expressions.
 */
export function toTyped(value: unknown): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $number: Object.is(value, -0) ? "-0" : `${value}` };
    case "bigint":
      return { $bigint: value.toString() };
    case "undefined":
      return { $undefined: true };
    case "object":
      return value === null ? null : typedObject(value);
    default:
      throw new TypeError(`Cannot back up a value of type ${typeof value}`);
  }
}

function typedObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(toTyped);
  if (value instanceof Deno.KvU64) return { $u64: value.value.toString() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString("base64") };
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Map) return { $map: [...value].map((pair) => pair.map(toTyped)) };
  if (value instanceof Set) return { $set: [...value].map(toTyped) };
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new TypeError(`Cannot back up a ${value.constructor?.name ?? "value without a prototype"}`);
  }
  const fields = Object.entries(value).map(([name, field]): [string, unknown] => [name, toTyped(field)]);
  const typed = Object.fromEntries(fields);
  return fields.some(([name]) => name.startsWith("$")) ? { $object: typed } : typed;
}

/**
 * The value that {@link toTyped} wrote.
 *
 * @throws {RangeError} For a type that this version does not know.
 */
export function fromTyped(typed: unknown): unknown {
  if (typed === null || typeof typed !== "object") return typed;
  if (Array.isArray(typed)) return typed.map(fromTyped);
  const entries: [string, unknown][] = Object.entries(typed);
  if (entries.length !== 1 || !entries[0][0].startsWith("$")) return plainObject(entries);
  const [type, content] = entries[0];
  switch (type) {
    case "$number":
      return Number(content);
    case "$bigint":
      return BigInt(String(content));
    case "$undefined":
      return undefined;
    case "$u64":
      return new Deno.KvU64(BigInt(String(content)));
    case "$bytes":
      return new Uint8Array(Buffer.from(String(content), "base64"));
    case "$date":
      return new Date(Number(content));
    case "$map":
      return new Map(
        listOf(content).map((pair): [unknown, unknown] => {
          const [key, value] = listOf(pair);
          return [fromTyped(key), fromTyped(value)];
        }),
      );
    case "$set":
      return new Set(listOf(content).map(fromTyped));
    case "$object":
      return plainObject(Object.entries(content ?? {}));
    default:
      throw new RangeError(`Cannot restore a value of type ${type}`);
  }
}

function plainObject(entries: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([name, field]) => [name, fromTyped(field)]));
}

function listOf(content: unknown): unknown[] {
  if (!Array.isArray(content)) throw new RangeError("Cannot restore a list that is none");
  return content;
}
