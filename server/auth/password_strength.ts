import { MIN_PASSWORD_CHARACTERS } from "../../protocol/staff.ts";
import { type Said, said } from "../../words/refusal.ts";

/**
 * What people choose first, of ten characters or more, or shorter with digits appended. Short on purpose: guesses
 * are throttled, so only the first dozens of an attacker's list matter.
 */
const COMMON_STEMS = [
  "123456",
  "1234567890",
  "0123456789",
  "9876543210",
  "1q2w3e4r5t",
  "abc",
  "abcdefghij",
  "admin",
  "administrator",
  "asdfghjkl",
  "baseball",
  "changeme",
  "changemenow",
  "changeit",
  "default",
  "dragon",
  "exam",
  "exams",
  "examination",
  "football",
  "iloveyou",
  "instructor",
  "invigil",
  "invigilator",
  "letmein",
  "letmeinnow",
  "login",
  "master",
  "monkey",
  "p@ssw0rd",
  "passw0rd",
  "password",
  "passwordpassword",
  "princess",
  "proctor",
  "qazwsxedc",
  "qwerty",
  "qwertyuiop",
  "qwertzuiop",
  "secret",
  "starwars",
  "student",
  "sunshine",
  "superman",
  "teacher",
  "test",
  "testing",
  "trustno",
  "university",
  "welcome",
  "whatever",
] as const;

/** Different characters that a password must have: `aaaaaaaaaa` and `1212121212` are as good as none. */
const MIN_DIFFERENT_CHARACTERS = 4;

function withoutTail(password: string): string {
  return password.toLowerCase().replace(/[^a-z@]+$/, "");
}

/**
 * Why a password is not good enough, for the person who chose it; null if it is.
 *
 * Length first, no rules of composition (NIST SP 800-63B, 5.1.1.2): ten characters, four different ones, not the
 * account's name and not one of the first guesses, with or without digits and signs behind it.
 *
 * @example
 * assert.equal(weaknessOf("correct horse battery", "amina"), null);
 * assert.equal(weaknessOf("Password123!", "amina")?.key, "weak_common");
 */
export function weaknessOf(password: string, username: string): Said | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD_CHARACTERS) {
    return said("weak_short", { least: MIN_PASSWORD_CHARACTERS, characters: length });
  }
  if (new Set(password).size < MIN_DIFFERENT_CHARACTERS) {
    return said("weak_repeated", { least: MIN_DIFFERENT_CHARACTERS });
  }
  const whole = password.toLowerCase();
  const stem = withoutTail(password);
  const name = username.toLowerCase();
  const mailbox = name.split("@")[0];
  if ([whole, stem].some((text) => text === name || text === mailbox)) {
    return said("weak_name", {});
  }
  if (COMMON_STEMS.some((common) => common === whole || common === stem)) {
    return said("weak_common", {});
  }
  return null;
}
