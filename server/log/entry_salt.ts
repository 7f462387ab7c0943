import { newSalt } from "../evidence/salted_hash.ts";

/**
 * What an entry carries that names an account of staff: random bits, so that its hash, which its student holds, does not tell whose it
 * is to whoever tries names. Nothing for others.
 */
export function entrySalt({ by, handed_over_by }: { by?: string; handed_over_by?: string }): { salt?: string } {
  const account = handed_over_by ?? by ?? "system";
  return account === "student" || account === "system" ? {} : { salt: newSalt() };
}
