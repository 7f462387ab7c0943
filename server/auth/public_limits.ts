import { Refusal } from "../errors.ts";
import { limitedAs } from "./client_address.ts";
import { type Operation, PERMISSIONS } from "./permissions.ts";
import { type Rate, RateLimiter } from "./rate_limiter.ts";

/** Limits by operation, in requests a minute from one address. */
export type PublicRates = Partial<Record<Operation, Rate>>;

const HALL = 2_000;

/**
 * What one address may ask of what is open to anyone. Sized for a hall of 1,000 students behind one address: they
 * all join within a minute and load a page each with its files.
 */
export const PUBLIC_RATES: PublicRates = {
  ping: { perMinute: 6_000 },
  healthz: { perMinute: 6_000 },
  readyz: { perMinute: 1_200 },
  openapi: { perMinute: 600 },
  asyncapi: { perMinute: 600 },
  static: { perMinute: 20 * HALL },
  start_exam: { perMinute: HALL },
  predict: { perMinute: HALL },
  features_test: { perMinute: 600 },
  create_session: { perMinute: 120 },
  accept_invitation: { perMinute: 60 },
};

/** For open pages, and for what is added without a rate of its own. */
const OTHER: Rate = { perMinute: 4 * HALL };

/** Limits the operations that are open to anyone, by address. */
export class PublicLimits {
  readonly #limiters = new Map<string, RateLimiter>();

  /** @param rates Put before {@link PUBLIC_RATES}. */
  constructor(readonly now: () => number, rates: PublicRates = {}) {
    for (const [operation, { allow }] of Object.entries(PERMISSIONS)) {
      if (!("anyone" in allow)) continue;
      const given: Partial<Record<string, Rate>> = { ...PUBLIC_RATES, ...rates };
      this.#limiters.set(operation, new RateLimiter(given[operation] ?? OTHER));
    }
  }

  /**
   * Counts one request; operations that need a role are not counted here.
   *
   * @throws {Refusal} `rate_limited` with the seconds to wait.
   */
  take(operation: Operation, address: string): void {
    const waitMs = this.#limiters.get(operation)?.take(limitedAs(address), this.now()) ?? 0;
    if (waitMs === 0) return;
    throw new Refusal("rate_limited", "Too many requests from this address. Try again a little later.", {
      retryAfterSeconds: waitMs / 1000,
    });
  }
}
