import { LRU } from "tiny-lru";
import type { Principal } from "./permissions.ts";
import type { Sessions } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

/** A student's token is looked up again after this long, ms. */
const CACHE_MS = 5_000;
const MAX_CACHED = 20_000;

/** What a student's token opens. */
export interface OpenedAttempt {
  attemptId: string;
  examId: string;
}

/** What a request shows of who is asking: a token, or a cookie that does not count here and why. */
export type Credentials =
  | { kind: "none" }
  | { kind: "bearer" | "cookie"; token: string }
  | { kind: "withheld"; why: "header" | "origin" };

/**
 * Who a request comes from. `withheld` says why something that was shown did not count: a `token` that opens
 * nothing, a cookie without the change `header`, or a cookie without our `origin`.
 */
export interface Identity {
  principal: Principal;
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
  ) {}

  /** Who a request or upgrade comes from, by what it shows. */
  async of(shown: Credentials): Promise<Identity> {
    switch (shown.kind) {
      case "none":
        return { principal: ANYONE, withheld: null };
      case "withheld":
        return { principal: ANYONE, withheld: shown.why };
      case "bearer": {
        const principal = await this.ofToken(shown.token);
        return { principal, withheld: principal.kind === "anyone" ? "token" : null };
      }
      case "cookie": {
        const principal = await this.#staffOf(shown.token);
        return { principal: principal ?? ANYONE, withheld: principal === null ? "token" : null };
      }
    }
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
