const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** UTF-8 bytes of a value's JSON. */
export function jsonBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** The value of a JSON text in UTF-8; undefined, which fits no schema of ours, where the text is damaged. */
export function fromJsonBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}
