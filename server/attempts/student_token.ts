import { z } from "zod";
import { hashToken } from "../auth/tokens.ts";
import { keys } from "../store/keys.ts";

/** What a student's session token opens. */
export const TokenTarget = z.object({ attemptId: z.string(), examId: z.string() });
export type TokenTarget = z.infer<typeof TokenTarget>;

/** The attempt that a session token opens, or null. */
export async function attemptOfToken(kv: Deno.Kv, token: string): Promise<TokenTarget | null> {
  return await attemptOfTokenHash(kv, hashToken(token));
}

/** The attempt that a session token of this hash opens, or null. */
export async function attemptOfTokenHash(kv: Deno.Kv, tokenHash: string): Promise<TokenTarget | null> {
  const stored = await kv.get(keys.attemptByToken(tokenHash));
  return stored.versionstamp === null ? null : TokenTarget.parse(stored.value);
}
