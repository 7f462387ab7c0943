/**
 * Checks what came over a wire, for pages where zod is too large a guest (35 kB gzipped with our schemas): the
 * types are zod's, inferred from the protocol, and a test holds each reader against its schema.
 */

/** Turns something unknown into what it must be, or throws a `TypeError` that names what was expected. */
export type Reader<T> = (value: unknown) => T;

export const text: Reader<string> = (value) => {
  if (typeof value === "string") return value;
  throw new TypeError("Cannot read a text here");
};

export const number: Reader<number> = (value) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new TypeError("Cannot read a number here");
};

export const flag: Reader<boolean> = (value) => {
  if (typeof value === "boolean") return value;
  throw new TypeError("Cannot read true or false here");
};

/** One of a few words. */
export function word<const Word extends string>(...words: readonly Word[]): Reader<Word> {
  return (value) => {
    const found = words.find((candidate) => candidate === value);
    if (found === undefined) throw new TypeError(`Cannot read one of ${words.join(", ")} here`);
    return found;
  };
}

export function nullable<T>(reader: Reader<T>): Reader<T | null> {
  return (value) => value === null ? null : reader(value);
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value) => value === undefined ? undefined : reader(value);
}

export function list<T>(reader: Reader<T>): Reader<T[]> {
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError("Cannot read a list here");
    return value.map(reader);
  };
}

/** The first reader that can. */
export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value) => {
    try {
      return first(value);
    } catch {
      return second(value);
    }
  };
}

/** An object whose names are data. */
export function dictionary<T>(reader: Reader<T>): Reader<Record<string, T>> {
  return (value) => Object.fromEntries(Object.entries(asObject(value)).map(([name, part]) => [name, reader(part)]));
}

/** An object with these fields; others are left out, so that a newer server may say more. */
export function object<T extends object>(fields: { [Name in keyof T]-?: Reader<T[Name]> }): Reader<T> {
  const readers = Object.entries<Reader<unknown>>(fields);
  return (value) => {
    const from = asObject(value);
    const read: Record<string, unknown> = {};
    for (const [name, reader] of readers) {
      const part = reader(from[name]);
      if (part !== undefined) read[name] = part;
    }
    // Each field went through its own reader: this is what `fields` says it is.
    return read as T;
  };
}

/** The value of an object's field, to decide how to read the rest; undefined where there is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError("Cannot read an object here");
}
