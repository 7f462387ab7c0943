/** What opens an attempt is kept for the tab: a reload goes on with it, and whoever comes after does not find it. */
const PREFIX = "invigil:";

/** A name to keep a token under, which tells nothing of who it is: other scripts of the page may read it. */
export async function keyOf(parts: readonly unknown[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(parts));
  // Without a secure connection there is no digest; then nothing is kept.
  const digest = await globalThis.crypto.subtle?.digest("SHA-256", text);
  if (digest === undefined) return "";
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The token that was kept under a name, or null; also where the browser keeps nothing. */
export function rememberedToken(key: string): string | null {
  try {
    if (key === "") return null;
    return sessionStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Keeps a token for this tab. @param token Null forgets it. */
export function rememberToken(key: string, token: string | null): void {
  try {
    if (key === "") return;
    if (token === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, token);
  } catch {
    // A browser that keeps nothing: a reload asks again.
  }
}
