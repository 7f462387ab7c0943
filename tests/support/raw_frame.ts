/** A client's frame (RFC 6455, 5.2) of up to 64 kB, masked with zeros. @param first Its first byte: whether it ends, and what it is. */
export function rawFrame(first: number, payload: Uint8Array | string): Uint8Array {
  const bytes = typeof payload === "string" ? new TextEncoder().encode(payload) : payload;
  const length = bytes.length < 126 ? [0x80 | bytes.length] : [0x80 | 126, bytes.length >> 8, bytes.length & 255];
  return Uint8Array.from([first, ...length, 0, 0, 0, 0, ...bytes]);
}

/** First byte of a whole text. */
export const TEXT = 0x81;
