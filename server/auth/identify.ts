import { LRU } from "tiny-lru";
import { Refusal } from "../errors.ts";
import type { Principal } from "./permissions.ts";
import { originOf, type OriginSettings } from "./request_origin.ts";
import { readSessionCookie } from "./session_cookie.ts";
import type { Sessions } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

/** Header that a page of ours sends with every change; a form of another site cannot. */
export const CHANGE_HEADER = "x-invigil";
/** A student's token is looked up again after this long, ms. */
const CACHE_MS = 5_000;
const MAX_CACHED = 20_000;

/** What a student's token opens. */
export interface OpenedAttempt {
  attemptId: string;
  examId: string;
}

/**
 * Who a request comes from. `withheld` says why something that was shown did not count: a `token` that opens
 * nothing, a cookie without the change `header`, or a cookie without our `origin`.
 */
export interface Identity {
  principal: Principal;
  via: "cookie" | "bearer" | "none";
  withheld: "token" | "header" | "origin" | null;
}

const ANYONE: Principal = { kind: "anyone" };

/** Finds out who is asking, for REST, pages and sockets alike. */
export class Identify {
  readonly #attempts = new LRU<{ attempt: OpenedAttempt; untilMs: number }>(MAX_CACHED);

  constructor(
    readonly now: () => number,
    readonly sessions: Sessions,
    /** The attempt that a student's token opens, by the token's hash; null if it opens none. */
    readonly attemptByToken: (tokenHash: string) => Promise<OpenedAttempt | null>,
    readonly origins: OriginSettings,
  ) {}

  /**
   * Who a request or upgrade comes from. A bearer token stands before the cookie. The cookie counts for a page of
   * ours: for reads, which browsers send without `Origin`, and for changes and sockets with our `Origin`; changes
   * need {@link CHANGE_HEADER}, too. Everything else without an `Origin` is a machine, whose cookies are ignored.
   *
   * @throws {Refusal} `forbidden` for a page of another site, whatever it asks for.
   */
  async ofRequest(request: Request): Promise<Identity> {
    const origin = originOf(request, this.origins);
    if (origin === "foreign") {
      throw new Refusal("forbidden", "Pages of another site cannot ask here.");
    }
    const bearer = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    if (bearer !== undefined) {
      const principal = await this.ofToken(bearer);
      return { principal, via: "bearer", withheld: principal.kind === "anyone" ? "token" : null };
    }
    const cookie = readSessionCookie(request);
    if (cookie === null) return { principal: ANYONE, via: "none", withheld: null };
    const withheld = this.#withholdsCookie(request, origin === "same");
    if (withheld !== null) return { principal: ANYONE, via: "none", withheld };
    const principal = await this.#staffOf(cookie);
    if (principal === null) return { principal: ANYONE, via: "none", withheld: "token" };
    return { principal, via: "cookie", withheld: null };
  }

  /** Who a token belongs to, staff's or a student's: a bearer, or a socket's `hello`. */
  async ofToken(token: string): Promise<Principal> {
    if (token.includes(".")) return await this.#staffOf(token) ?? ANYONE;
    const attempt = await this.#attemptOf(hashToken(token));
    return attempt === null ? ANYONE : { kind: "student", ...attempt };
  }

  /** Who a session belongs to, asked again while a socket stays open; anyone once it has ended. */
  async ofSession(sessionId: string): Promise<Principal> {
    return await this.#staffOfSession(sessionId) ?? ANYONE;
  }

  /** Forgets what a student's token opened, when it is taken away from a device. */
  forget(tokenHash: string): void {
    this.#attempts.delete(tokenHash);
  }

  #withholdsCookie(request: Request, isOurOrigin: boolean): "origin" | "header" | null {
    const isSocket = request.headers.get("upgrade")?.toLowerCase() === "websocket";
    const isRead = !isSocket && (request.method === "GET" || request.method === "HEAD");
    if (isRead) {
      const site = request.headers.get("sec-fetch-site");
      const isElsewhere = site === "cross-site" || site === "same-site" || request.headers.get("origin") === "null";
      return isElsewhere ? "origin" : null;
    }
    if (!isOurOrigin) return "origin";
    return isSocket || request.headers.get(CHANGE_HEADER) === "1" ? null : "header";
  }

  async #staffOf(signedToken: string): Promise<Principal | null> {
    const sessionId = this.sessions.idOf(signedToken);
    return sessionId === null ? null : await this.#staffOfSession(sessionId);
  }

  async #staffOfSession(sessionId: string): Promise<Principal | null> {
    const found = await this.sessions.resolve(sessionId);
    if (found === null) return null;
    const { account, session } = found;
    return {
      kind: "staff",
      staffId: account.staffId,
      username: account.username,
      role: account.role,
      sessionId: session.sessionId,
      mustChangePassword: account.mustChangePassword,
    };
  }

  async #attemptOf(tokenHash: string): Promise<OpenedAttempt | null> {
    const now = this.now();
    const cached = this.#attempts.get(tokenHash);
    if (cached !== undefined && cached.untilMs > now) return cached.attempt;
    const attempt = await this.attemptByToken(tokenHash);
    if (attempt === null) this.#attempts.delete(tokenHash);
    else this.#attempts.set(tokenHash, { attempt, untilMs: now + CACHE_MS });
    return attempt;
  }
}
