import type { z } from "zod";

/** A value as it was read, and the version that it was read at. */
export interface Versioned<Value> {
  value: Value;
  versionstamp: string;
}

/**
 * A stored value by its schema. Fields that the schema does not name, such as those that were given up since, are left
 * out, also where the schema refuses them in what people send.
 *
 * @throws {RangeError} If it does not fit: the sentence names family, key and field, never the value.
 */
export function parseStored<Schema extends z.ZodType>(
  schema: Schema,
  key: Deno.KvKey,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const known = schema.safeParse(withoutUnknown(value, parsed.error.issues));
  if (known.success) return known.data;
  const { path, message } = known.error.issues[0];
  const field = path.length === 0 ? "" : `${path.join(".")}: `;
  throw new RangeError(
    `Cannot read ${String(key[0])} at ${key.map(String).join("/")} in the store: ${field}${message}`,
  );
}

/** A value without the fields that a schema took for unknown. */
function withoutUnknown(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const unknown = issues.filter((issue) => issue.code === "unrecognized_keys");
  if (unknown.length === 0) return value;
  const rest = structuredClone(value);
  for (const { path, keys } of unknown) {
    const object = path.reduce((within: unknown, name) => Reflect.get(Object(within), name), rest);
    for (const field of keys) Reflect.deleteProperty(Object(object), field);
  }
  return rest;
}

/** The value of a key, or null. @throws {RangeError} If it does not fit its schema. */
export async function getStored<Schema extends z.ZodType>(
  kv: Deno.Kv,
  schema: Schema,
  key: Deno.KvKey,
): Promise<Versioned<z.output<Schema>> | null> {
  const { value, versionstamp } = await kv.get(key);
  return versionstamp === null ? null : { value: parseStored(schema, key, value), versionstamp };
}

/** The last part of each key below a prefix, in the order of keys: what an index lists. */
export function listNames(kv: Deno.Kv, prefix: Deno.KvKey): Promise<string[]> {
  return Array.fromAsync(kv.list({ prefix }), ({ key }) => String(key.at(-1)));
}
