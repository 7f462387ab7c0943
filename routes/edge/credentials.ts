import type { Credentials } from "../../server/auth/identify.ts";
import type { RequestOrigin } from "./origin.ts";
import type { CookieUse } from "./policy.ts";
import { readSessionCookie } from "./session_cookie.ts";

/** Header that a page of ours sends with every change; a form of another site cannot. */
const CHANGE_HEADER = "x-invigil";

/**
 * What a request or upgrade shows of who is asking. A bearer token stands before the cookie. The cookie counts, where
 * the policy lets it, for a page of ours: for reads, which browsers send without `Origin`, and for changes and sockets
 * with our `Origin`; changes need {@link CHANGE_HEADER}, too. Everything else without an `Origin` is a machine, and
 * cookies of machines and of pages that embed ours are ignored.
 */
export function credentialsOf(request: Request, use: CookieUse, origin: RequestOrigin): Credentials {
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer !== undefined) return { kind: "bearer", token: bearer };
  const cookie = use === "counts" ? readSessionCookie(request) : null;
  if (cookie === null) return { kind: "none" };
  const withheld = withholdsCookie(request, origin);
  return withheld === null ? { kind: "cookie", token: cookie } : { kind: "withheld", why: withheld };
}

function withholdsCookie(request: Request, origin: RequestOrigin): "origin" | "header" | null {
  const isSocket = request.headers.get("upgrade")?.toLowerCase() === "websocket";
  const isRead = !isSocket && (request.method === "GET" || request.method === "HEAD");
  if (isRead) {
    const site = request.headers.get("sec-fetch-site");
    const isElsewhere = site === "cross-site" || site === "same-site" || request.headers.get("origin") === "null" ||
      origin === "embedding";
    return isElsewhere ? "origin" : null;
  }
  if (origin !== "own") return "origin";
  return isSocket || request.headers.get(CHANGE_HEADER) === "1" ? null : "header";
}
