const encoder = new TextEncoder();

/** How the server begins an ack, and a risk. Whoever finds them begun in another way parses them like all others. */
const ACK = encoder.encode('{"type":"ack","seq":');
const RISK = encoder.encode('{"type":"risk",');

const [ZERO, NINE] = encoder.encode("09");

/**
 * Number of the batch that a text acknowledges, out of its bytes; null where it is no ack.
 *
 * @example
 * const bytes = new TextEncoder().encode('{"type":"ack","seq":42}');
 * assert.equal(ackedSeq(bytes, 0, bytes.length), 42);
 */
export function ackedSeq(bytes: Uint8Array, start: number, end: number): number | null {
  if (!beginsWith(bytes, start, ACK)) return null;
  let seq = 0;
  for (let at = start + ACK.length; at < end && bytes[at] >= ZERO && bytes[at] <= NINE; at++) {
    seq = 10 * seq + bytes[at] - ZERO;
  }
  return seq;
}

/** Whether a text tells a student their own risk. */
export function isRisk(bytes: Uint8Array, start: number): boolean {
  return beginsWith(bytes, start, RISK);
}

function beginsWith(bytes: Uint8Array, start: number, beginning: Uint8Array): boolean {
  // From the end: what differs is the type, and that stands last.
  for (let at = beginning.length - 1; at >= 0; at--) if (bytes[start + at] !== beginning[at]) return false;
  return true;
}
