/** Value of a cookie that a request brings, or null. */
export function readCookie(request: Request, wanted: string): string | null {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [name, ...value] = pair.trim().split("=");
    if (name === wanted && value.length > 0) return value.join("=");
  }
  return null;
}

/**
 * `Set-Cookie` of ours: no script reads it, no other site sends it, only this host gets it.
 *
 * @param isSecure Whether it is kept off plain http, see `mustBeSecure`.
 */
export function ownCookie(name: string, value: string, maxAgeMs: number, isSecure: boolean): string {
  const maxAge = Math.max(0, Math.floor(maxAgeMs / 1000));
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Strict${isSecure ? "; Secure" : ""}`;
}
