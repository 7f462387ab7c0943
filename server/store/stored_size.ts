/** What V8's serialisation, in which Deno KV keeps values, adds around a value and around each entry of it, in bytes. */
const FRAME_BYTES = 4;
const ENTRY_BYTES = 4;
const NUMBER_BYTES = 9;

/**
 * Bytes that a value takes in the store: measured by walking it, at most a few too many, never one too few. Exact sizes would
 * cost a serialisation of their own; what is asked here is only whether an atomic still has room.
 *
 * @throws {TypeError} If the value is of a kind that no store of ours keeps.
 *
 * @example
 * assert.ok(storedSize({ name: "Ada" }) < 40);
 */
export function storedSize(value: unknown): number {
  return FRAME_BYTES + sizeOf(value);
}

function sizeOf(value: unknown): number {
  switch (typeof value) {
    case "string":
      return ENTRY_BYTES + textBytes(value);
    case "number":
    case "bigint":
      return NUMBER_BYTES;
    case "boolean":
    case "undefined":
      return 1;
    case "object":
      return value === null ? 1 : sizeOfObject(value);
    default:
      throw new TypeError(`Cannot store a ${typeof value}`);
  }
}

function sizeOfObject(value: object): number {
  if (value instanceof Uint8Array) return 2 * ENTRY_BYTES + NUMBER_BYTES + value.byteLength;
  if (value instanceof Deno.KvU64) return 2 * NUMBER_BYTES;
  let bytes = 2 * ENTRY_BYTES;
  if (Array.isArray(value)) {
    for (const item of value) bytes += ENTRY_BYTES + sizeOf(item);
    return bytes;
  }
  // Every commit of a batch comes here: pairs of name and item would take twice as long.
  for (const name in value) bytes += ENTRY_BYTES + textBytes(name) + sizeOf(Reflect.get(value, name));
  return bytes;
}

/** V8 keeps a text in one byte for each character where Latin-1 has them all, else in two, on an even address. */
function textBytes(text: string): number {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0xff) return 2 * text.length + 1;
  }
  return text.length;
}
