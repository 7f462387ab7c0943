/** Name of the cookie that carries a staff session. */
const SESSION_COOKIE = "invigil_session";

/** The signed token in a request's cookie, or null. */
export function readSessionCookie(request: Request): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [name, ...value] = pair.trim().split("=");
    if (name === SESSION_COOKIE && value.length > 0) return value.join("=");
  }
  return null;
}

/**
 * `Set-Cookie` for a session: no script reads it, no other site sends it, only this host gets it.
 *
 * @param isSecure Whether it is kept off plain http, see `mustBeSecure`.
 */
export function sessionCookie(signedToken: string, maxAgeMs: number, isSecure: boolean): string {
  const maxAge = Math.max(0, Math.floor(maxAgeMs / 1000));
  const flags = `Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
  return `${SESSION_COOKIE}=${signedToken}; ${flags}`;
}

/** `Set-Cookie` that removes the session. */
export function clearedSessionCookie(isSecure: boolean): string {
  return sessionCookie("", 0, isSecure);
}
