import { randomBytes } from "node:crypto";
import { sha256Hex } from "../log/hash.ts";

/** A new secret of 256 random bits, as text that fits a header and a form field. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** A personal token that a student can type: 20 characters without look-alikes, 97 bits. */
export function newPersonalToken(): string {
  const alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  const characters: string[] = [];
  while (characters.length < 20) {
    for (const byte of randomBytes(20)) {
      if (byte < 240 && characters.length < 20) characters.push(alphabet[byte % alphabet.length]);
    }
  }
  return characters.join("").replace(/(.{5})(?=.)/g, "$1-");
}

/** Form in which a token is stored. */
export function tokenHash(token: string): string {
  return sha256Hex(token);
}

/** A new random id, short enough for a log line and long enough never to meet another. */
export function newId(): string {
  return randomBytes(12).toString("base64url");
}
