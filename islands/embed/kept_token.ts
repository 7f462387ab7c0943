/** What opens an attempt is kept for the tab: a reload goes on with it, and whoever comes after does not find it. */
const PREFIX = "invigil:";

/** The token that was kept under a name, or null; also where the browser keeps nothing. */
export function rememberedToken(key: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

/** Keeps a token for this tab. @param token Null forgets it. */
export function rememberToken(key: string, token: string | null): void {
  try {
    if (token === null) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, token);
  } catch {
    // A browser that keeps nothing: a reload asks again.
  }
}
