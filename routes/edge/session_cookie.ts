import { ownCookie, readCookie } from "./cookies.ts";

/** Name of the cookie that carries a staff session. */
const SESSION_COOKIE = "invigil_session";

/** The signed token in a request's cookie, or null. */
export function readSessionCookie(request: Request): string | null {
  return readCookie(request, SESSION_COOKIE);
}

/** `Set-Cookie` for a session. @param isSecure Whether it is kept off plain http, see `mustBeSecure`. */
export function sessionCookie(signedToken: string, maxAgeMs: number, isSecure: boolean): string {
  return ownCookie(SESSION_COOKIE, signedToken, maxAgeMs, isSecure);
}

/** `Set-Cookie` that removes the session. */
export function clearedSessionCookie(isSecure: boolean): string {
  return sessionCookie("", 0, isSecure);
}
