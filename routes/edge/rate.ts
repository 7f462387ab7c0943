import type { ErrorCode } from "../../protocol/errors.ts";
import { limitedAs } from "../../server/auth/client_address.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { type Rate, RateLimiter } from "../../server/auth/rate_limiter.ts";
import type { Settings } from "../../server/config.ts";
import { Refusal } from "../../server/errors.ts";
import { POLICIES } from "./policies.ts";
import type { RateClass } from "./policy.ts";

const HALL = 2_000;

/** Requests a minute from one address, by class. */
export type Rates = Readonly<Record<Exclude<RateClass, "none">, Rate>>;

/**
 * Classes that are counted by how a request ended. Whoever does it right is never refused for what others behind the
 * same address do wrong: a refused request is counted and, past the rate, answered with 429 in its refusal's place.
 */
const COUNTED_BY_OUTCOME: ReadonlySet<RateClass> = new Set(["joins", "logins", "invitations", "sockets"]);

/** Refusals that say nothing about who asked. */
const NOBODYS_FAILURE: ReadonlySet<ErrorCode> = new Set(["rate_limited", "unavailable", "internal"]);

/**
 * What one address may ask of an operation of each class. Sized for a hall of 1,000 students behind one address: they
 * all join within a minute and load a page each with its files. Of sockets it is the failed upgrades; the good ones are
 * counted while they are open, see `server/socket_limits.ts`.
 */
export function ratesOf(settings: Pick<Settings, "joinsPerMinute" | "loginsPerMinute">): Rates {
  return {
    probes: { perMinute: 6_000 },
    readiness: { perMinute: 1_200 },
    documents: { perMinute: 600 },
    files: { perMinute: 20 * HALL },
    pages: { perMinute: 4 * HALL },
    predictions: { perMinute: HALL },
    joins: { perMinute: settings.joinsPerMinute },
    logins: { perMinute: settings.loginsPerMinute },
    invitations: { perMinute: 60 },
    sockets: { perMinute: 120 },
  };
}

/** Limits operations by address. Each operation counts for itself, also within a class. */
export class RateLimits {
  readonly #requests = new Map<string, RateLimiter>();
  readonly #failures = new Map<string, RateLimiter>();

  constructor(readonly now: () => number, rates: Rates) {
    for (const [operation, { rate }] of Object.entries(POLICIES)) {
      if (rate === "none") continue;
      const limiters = COUNTED_BY_OUTCOME.has(rate) ? this.#failures : this.#requests;
      limiters.set(operation, new RateLimiter(rates[rate]));
    }
  }

  /**
   * Counts one request, unless its class is counted by outcome.
   *
   * @throws {Refusal} `rate_limited` with the seconds to wait.
   */
  take(operation: Operation, address: string): void {
    const waitMs = this.#requests.get(operation)?.take(limitedAs(address), this.now()) ?? 0;
    if (waitMs > 0) throw tooManyRequests(waitMs);
  }

  /**
   * Counts a refused request, where its class is counted by outcome.
   *
   * @returns What it is answered with: its own refusal, or `rate_limited` where the address has had too many.
   */
  refused(operation: Operation, address: string, error: unknown): unknown {
    const limiter = this.#failures.get(operation);
    if (limiter === undefined || !(error instanceof Refusal) || NOBODYS_FAILURE.has(error.code)) return error;
    const waitMs = limiter.take(limitedAs(address), this.now());
    return waitMs > 0 ? tooManyRequests(waitMs) : error;
  }
}

function tooManyRequests(waitMs: number): Refusal {
  return new Refusal("rate_limited", "too_many_requests", { retryAfterSeconds: waitMs / 1000 });
}
