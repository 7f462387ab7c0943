import type { Principal } from "./decide.ts";
import { type EvidenceLinks, READER_PREFIX } from "./evidence_links.ts";
import type { Sessions } from "./sessions.ts";
import { hashToken } from "./tokens.ts";

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
  constructor(
    readonly sessions: Sessions,
    /** The attempt that a student's token opens, by the token's hash; null if it opens none. */
    readonly attemptByToken: (tokenHash: string) => Promise<OpenedAttempt | null>,
    readonly evidenceLinks: Pick<EvidenceLinks, "readerOf">,
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

  /** Who a token belongs to, staff's, a student's or a reader's: a bearer, or a socket's `hello`. */
  async ofToken(token: string): Promise<Principal> {
    if (token.startsWith(READER_PREFIX)) {
      const reader = await this.evidenceLinks.readerOf(token);
      return reader === null ? ANYONE : { kind: "reader", ...reader };
    }
    if (token.includes(".")) return await this.#staffOf(token) ?? ANYONE;
    // Never from memory: a token that a proctor took away opens nothing, on whichever instance.
    const attempt = await this.attemptByToken(hashToken(token));
    return attempt === null ? ANYONE : { kind: "student", ...attempt };
  }

  /** Who a session belongs to, asked again while a socket stays open; anyone once it has ended. */
  async ofSession(sessionId: string): Promise<Principal> {
    return await this.#staffOfSession(sessionId) ?? ANYONE;
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
}
