import { LRU } from "tiny-lru";
import { Refusal } from "../errors.ts";
import { said } from "../../words/refusal.ts";
import { limitedAs } from "./client_address.ts";

/** How failures slow a subject down: some are free, then each doubles the wait, up to a limit. */
interface BackOff {
  free: number;
  firstWaitMs: number;
  maxWaitMs: number;
  /** Without a further failure for this long, all is forgotten. */
  forgetAfterMs: number;
}

/**
 * Three views of the same failure. One address guessing at one account is slowed hardest. An account under attack
 * from many addresses waits a minute at most, and an address that tries many accounts is slowed down: a whole hall's,
 * perhaps. Neither holds up an address that the account's owner has signed in from, and a browser that the owner has
 * signed in with is counted for itself: nobody can lock an account for its owner, not even from the next seat.
 */
export const LOGIN_BACK_OFF = {
  pair: { free: 5, firstWaitMs: 1_000, maxWaitMs: 15 * 60_000, forgetAfterMs: 60 * 60_000 },
  account: { free: 20, firstWaitMs: 1_000, maxWaitMs: 60_000, forgetAfterMs: 60 * 60_000 },
  address: { free: 50, firstWaitMs: 1_000, maxWaitMs: 5 * 60_000, forgetAfterMs: 15 * 60_000 },
} as const satisfies Record<string, BackOff>;

interface Failures {
  count: number;
  blockedUntilMs: number;
  lastMs: number;
}

class FailureCounter {
  /** In order of the last failure. */
  readonly #failures: LRU<Failures>;

  constructor(readonly rule: BackOff, maxSubjects: number) {
    this.#failures = new LRU(maxSubjects);
  }

  waitMs(subject: string, nowMs: number): number {
    return Math.max(0, (this.#failures.peek(subject)?.blockedUntilMs ?? 0) - nowMs);
  }

  add(subject: string, nowMs: number): void {
    const known = this.#failures.peek(subject);
    const isRecent = known !== undefined && nowMs - known.lastMs < this.rule.forgetAfterMs;
    const count = (isRecent ? known.count : 0) + 1;
    const over = count - this.rule.free;
    const waitMs = over < 0 ? 0 : Math.min(this.rule.maxWaitMs, this.rule.firstWaitMs * 2 ** over);
    this.#failures.set(subject, { count, blockedUntilMs: nowMs + waitMs, lastMs: nowMs });
    while (this.#isForgotten(this.#failures.first?.value, nowMs)) this.#failures.evict();
  }

  /** Takes one back that turned out not to be a failure. */
  remove(subject: string): void {
    const known = this.#failures.peek(subject);
    if (known === undefined) return;
    known.count--;
    known.blockedUntilMs = 0;
    if (known.count <= 0) this.#failures.delete(subject);
  }

  clear(subject: string): void {
    this.#failures.delete(subject);
  }

  get size(): number {
    return this.#failures.size;
  }

  #isForgotten(failures: Failures | undefined, nowMs: number): boolean {
    return failures !== undefined && nowMs - failures.lastMs >= this.rule.forgetAfterMs;
  }
}

/** Where an attempt to sign in comes from. */
export interface LoginSource {
  address: string;
  /** Whether the account's owner has signed in from this address before. */
  isKnown: boolean;
  /** Id of the browser, where the account's owner has signed in with it before. */
  deviceId: string | null;
}

/** An attempt that was let through. It counts as failed until it says otherwise, so that racing buys nothing. */
interface LoginAttempt {
  /** The right password, and the right code where one is needed. */
  succeeded(): void;
  /** Neither: the password was right but a code is missing, or the server could not look. */
  undecided(): void;
}

/**
 * Slows guessing of passwords and codes down. In memory: a restart forgets, and each instance counts for itself,
 * which multiplies the guesses by the few instances there are and costs no write for an attacker's request.
 */
export class LoginThrottle {
  readonly #pairs: FailureCounter;
  readonly #accounts: FailureCounter;
  readonly #addresses: FailureCounter;

  constructor(readonly now: () => number, maxSubjects = 10_000) {
    this.#pairs = new FailureCounter(LOGIN_BACK_OFF.pair, maxSubjects);
    this.#accounts = new FailureCounter(LOGIN_BACK_OFF.account, maxSubjects);
    this.#addresses = new FailureCounter(LOGIN_BACK_OFF.address, maxSubjects);
  }

  /** Subjects that are held in memory. */
  get size(): number {
    return this.#pairs.size + this.#accounts.size + this.#addresses.size;
  }

  /**
   * Lets an attempt through, or not: before the password is looked at, and for an unknown account as for a known
   * one, so that the answer says nothing about either.
   *
   * @throws {Refusal} `rate_limited` with the seconds to wait.
   */
  admit(account: string, { address, isKnown, deviceId }: LoginSource): LoginAttempt {
    const nowMs = this.now();
    const from = limitedAs(address);
    const pair = `${account} ${deviceId ?? from}`;
    const isOwners = isKnown || deviceId !== null;
    const waitMs = Math.max(
      this.#pairs.waitMs(pair, nowMs),
      isOwners ? 0 : this.#addresses.waitMs(from, nowMs),
      isOwners ? 0 : this.#accounts.waitMs(account, nowMs),
    );
    if (waitMs > 0) {
      const seconds = Math.ceil(waitMs / 1000);
      throw new Refusal("rate_limited", said("too_many_tries", { seconds }), { retryAfterSeconds: seconds });
    }
    this.#pairs.add(pair, nowMs);
    this.#addresses.add(from, nowMs);
    if (!isOwners) this.#accounts.add(account, nowMs);
    const takeBack = () => {
      this.#pairs.remove(pair);
      this.#addresses.remove(from);
      if (!isOwners) this.#accounts.remove(account);
    };
    return {
      succeeded: () => {
        takeBack();
        this.#pairs.clear(pair);
      },
      undecided: takeBack,
    };
  }
}
