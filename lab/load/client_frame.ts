/** First byte of a frame that is whole (RFC 6455, 5.2): a text, … */
export const TEXT = 0x81;

/** … the end of a connection, … */
export const CLOSE = 0x88;

/** … a question whether one is still there, … */
export const PING = 0x89;

/** … and its answer. */
export const PONG = 0x8a;

/** Payloads from this length on say it in two bytes, up to {@link MOST_BYTES}. */
const LONG = 126;

/** Bytes of one payload, at most: beyond any batch of the load. */
const MOST_BYTES = 65_535;

/**
 * What every payload is masked with. A browser draws a new one for each frame; a fixed one makes a batch the same bytes
 * for every student, and leaves the server the same work.
 */
const MASK = [0x3a, 0x91, 0x5c, 0xe7];

/**
 * A client's frame, ready to be written to a connection.
 *
 * @param first One of {@link TEXT}, {@link PONG} and {@link CLOSE}.
 * @throws {RangeError} If the payload has more than 65,535 bytes.
 *
 * @example
 * assert.deepEqual(clientFrame(PONG, new Uint8Array()), Uint8Array.of(PONG, 0x80, 0x3a, 0x91, 0x5c, 0xe7));
 */
export function clientFrame(first: number, payload: Uint8Array): Uint8Array {
  const { length } = payload;
  if (length > MOST_BYTES) throw new RangeError(`Cannot frame ${length} bytes: ${MOST_BYTES} are the most`);
  const header = length < LONG ? [first, 0x80 | length] : [first, 0x80 | LONG, length >> 8, length & 255];
  const frame = new Uint8Array(header.length + MASK.length + length);
  frame.set(header);
  frame.set(MASK, header.length);
  const start = header.length + MASK.length;
  for (let at = 0; at < length; at++) frame[start + at] = payload[at] ^ MASK[at & 3];
  return frame;
}

/** The payload of a frame that {@link clientFrame} made. */
export function payloadOf(frame: Uint8Array): Uint8Array {
  const start = (frame[1] & 0x7f) < LONG ? 2 : 4;
  return frame.slice(start + MASK.length).map((byte, at) => byte ^ MASK[at & 3]);
}

/** A message as a client's frame. */
export function messageFrame(message: unknown): Uint8Array {
  return clientFrame(TEXT, new TextEncoder().encode(JSON.stringify(message)));
}
