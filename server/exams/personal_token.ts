import { randomBytes } from "node:crypto";

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
  return characters.join("").replace(/(.{5})(?=.)/g, "$1-");
}
