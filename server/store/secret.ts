import { randomBytes } from "node:crypto";
import { keys } from "./keys.ts";

/**
 * The secret that signs sessions: from the settings, or made at the first start and kept in the store, so that
 * a laptop needs no setting and a restart signs nobody out.
 */
export async function requireSecret(kv: Deno.Kv, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const key = keys.secret("session");
  for (;;) {
    const stored = await kv.get<string>(key);
    if (stored.value !== null) return stored.value;
    const secret = randomBytes(48).toString("base64url");
    await kv.atomic().check({ key, versionstamp: null }).set(key, secret).commit();
  }
}
