import { base64urlOf, bytesOfBase64 } from "./base64.ts";
import { type EvidenceKey, EvidenceKeys } from "../../protocol/evidence.ts";

/** Bytes of a public key; in the usual wrapping (SPKI) they are the last ones. */
const KEY_BYTES = 32;

/**
 * Keys that somebody names: what `/.well-known/invigil-evidence.json` answers, or one key as its id, in base64, in hex or
 * as PEM.
 *
 * @returns Whether a key is one of them.
 * @throws {RangeError} If the text is none of these.
 */
export function readKeys(text: string): (key: EvidenceKey) => boolean {
  const written = text.trim();
  if (written.startsWith("{")) {
    const { keys } = parseKeys(written);
    return (key) => keys.some(({ public_key }) => public_key === key.public_key);
  }
  const bare = written.replace(/-----[A-Z ]+-----|\s/g, "");
  const bytes = /^[0-9a-f]{64}$/i.test(bare)
    ? Uint8Array.from(bare.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    : bytesOfBase64(bare);
  if (bytes === null || bytes.length < KEY_BYTES) {
    throw new RangeError(`${written} is no key: give its 32 bytes in base64 or hex, or its id.`);
  }
  const publicKey = base64urlOf(bytes.subarray(-KEY_BYTES));
  return (key) => key.public_key === publicKey || key.key_id === bare;
}

function parseKeys(text: string): EvidenceKeys {
  try {
    return EvidenceKeys.parse(JSON.parse(text));
  } catch {
    throw new RangeError("The file of keys is not what /.well-known/invigil-evidence.json answers.");
  }
}
