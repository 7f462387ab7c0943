import { said } from "../../words/refusal.ts";
import { Refusal } from "../errors.ts";
import { limitedAs } from "./client_address.ts";
import { RateLimiter } from "./rate_limiter.ts";

/** Joins by code of one browser: a shared computer's few at once, and then one in five minutes. */
const OF_A_DEVICE = { perMinute: 0.2, burst: 10 };

/** Who asks to join. */
export interface Joiner {
  address: string;
  /** Id of the browser, where it was here before. */
  deviceId: string | null;
  /** Whether a personal token is shown: there is one for each place, so that it needs no limit. */
  hasToken: boolean;
}

/**
 * Limits joins that an exam's code alone opens. A browser that has joined before has a limit of its own, and whoever
 * shows a personal token has none; all others share their address's. What is refused for another reason takes nothing.
 */
export class JoinLimits {
  readonly #now: () => number;
  readonly #devices = new RateLimiter(OF_A_DEVICE);
  readonly #addresses: RateLimiter;

  /** @param perMinute Joins of one address. */
  constructor(now: () => number, perMinute: number) {
    this.#now = now;
    this.#addresses = new RateLimiter({ perMinute });
  }

  /**
   * Lets somebody join, if their limit allows it.
   *
   * @throws {Refusal} `rate_limited` with the seconds to wait, or as the join does.
   */
  async admit<Joined>({ address, deviceId, hasToken }: Joiner, join: () => Promise<Joined>): Promise<Joined> {
    if (hasToken) return await join();
    const [limiter, subject] = deviceId === null ? [this.#addresses, limitedAs(address)] : [this.#devices, deviceId];
    const waitMs = limiter.take(subject, this.#now());
    if (waitMs > 0) throw tooMany(waitMs, deviceId !== null);
    try {
      return await join();
    } catch (error) {
      limiter.giveBack(subject);
      throw error;
    }
  }
}

function tooMany(waitMs: number, isDevices: boolean): Refusal {
  const seconds = Math.ceil(waitMs / 1_000);
  return new Refusal(
    "rate_limited",
    isDevices ? said("too_many_joins_here", { seconds }) : "too_many_requests",
    { retryAfterSeconds: seconds },
  );
}
