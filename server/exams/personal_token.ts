import { randomBytes } from "node:crypto";
import { plainToken } from "../../protocol/plain_token.ts";
import { hashToken } from "../auth/tokens.ts";

/** Characters that nobody takes for one another. */
const ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const CHARACTERS = 20;

/** A personal token that a student can type: `ABCDE-FGHJK-…`, 98 random bits. */
export function newPersonalToken(): string {
  const characters: string[] = [];
  // Bytes past the last whole multiple of the alphabet are thrown away: every character is equally likely.
  const usable = 256 - 256 % ALPHABET.length;
  while (characters.length < CHARACTERS) {
    for (const byte of randomBytes(CHARACTERS)) {
      if (byte < usable && characters.length < CHARACTERS) characters.push(ALPHABET[byte % ALPHABET.length]);
    }
  }
  return inGroups(characters.join(""));
}

/** What a roster's line is stored under: the hash of its token's plain form. */
export function rosterHash(token: string): string {
  return hashToken(plainToken(token));
}

/**
 * What a typed token's line may be stored under, in the order in which to look: as it was typed, then its plain form.
 * Lines from before plain forms stand under their token as it was given, which was in groups where we made it.
 */
export function rosterHashes(typed: string): string[] {
  const plain = plainToken(typed);
  return [typed.trim(), plain, inGroups(plain)].map(hashToken);
}

function inGroups(plain: string): string {
  return plain.replace(/(.{5})(?=.)/g, "$1-");
}
