import { Buffer } from "node:buffer";
import { closeOf, Refusal } from "../../server/errors.ts";

/** Bytes of a close frame's reason, at most: 125 (RFC 6455, 5.5) without the code. */
const MOST_BYTES = 123;

/**
 * Code and reason with which a socket is closed for anything that was thrown: the error's code, and the path of the field.
 * A path may hold what the other side wrote, in any script: it is cut by bytes, between characters.
 */
export function closeReason(error: unknown): { code: number; reason: string } {
  const { code, reason } = closeOf(error);
  if (!(error instanceof Refusal) || !error.path) return { code, reason };
  let text = "";
  let bytes = 0;
  for (const character of `${reason}: ${error.path}`) {
    bytes += Buffer.byteLength(character);
    if (bytes > MOST_BYTES) break;
    text += character;
  }
  return { code, reason: text };
}
