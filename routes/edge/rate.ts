import { limitedAs } from "../../server/auth/client_address.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { type Rate, RateLimiter } from "../../server/auth/rate_limiter.ts";
import type { Settings } from "../../server/config.ts";
import { Refusal } from "../../server/errors.ts";
import { POLICIES } from "./policies.ts";
import type { RateClass } from "./policy.ts";

const HALL = 2_000;

/** Requests a minute from one address, by class. */
export type Rates = Readonly<Record<Exclude<RateClass, "none" | "sockets">, Rate>>;

/**
 * What one address may ask of an operation of each class. Sized for a hall of 1,000 students behind one address: they
 * all join within a minute and load a page each with its files. Sockets are counted while they are open, see
 * `server/socket_limits.ts`.
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
  };
}

/** Limits operations by address. Each operation counts for itself, also within a class. */
export class RateLimits {
  readonly #limiters = new Map<string, RateLimiter>();

  constructor(readonly now: () => number, rates: Rates) {
    for (const [operation, { rate }] of Object.entries(POLICIES)) {
      if (rate !== "none" && rate !== "sockets") this.#limiters.set(operation, new RateLimiter(rates[rate]));
    }
  }

  /**
   * Counts one request.
   *
   * @throws {Refusal} `rate_limited` with the seconds to wait.
   */
  take(operation: Operation, address: string): void {
    const waitMs = this.#limiters.get(operation)?.take(limitedAs(address), this.now()) ?? 0;
    if (waitMs === 0) return;
    throw new Refusal("rate_limited", "too_many_requests", {
      retryAfterSeconds: waitMs / 1000,
    });
  }
}
