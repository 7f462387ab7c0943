import type { Principal } from "../../server/auth/decide.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { Refusal } from "../../server/errors.ts";
import type { BodyPolicy } from "./policy.ts";

/** Bodies of bytes that are read at once, at most: each is in memory as a whole, up to 10 MB. */
const MOST_AT_ONCE = 24;

/** When to try again, s. */
const AGAIN_IN_S = 3;

/** How often one student may send a file: a question takes ten, and a bad network sends some of them again. */
const SENT = { perMinute: 12, burst: 24 };

/**
 * Bodies of bytes are few at a time, so that a hall that hands its files in at once takes no more memory than there is, and few
 * of one student.
 */
export class UploadRoom {
  readonly #students = new RateLimiter(SENT);
  #inside = 0;

  /**
   * Enters for as long as a body is read and handled.
   *
   * @param now Server time, ms since 1970.
   * @returns Leaves; to be called once.
   * @throws {Refusal} `rate_limited` with the seconds to wait.
   */
  enter(body: BodyPolicy, principal: Principal, now: number): () => void {
    if (body.kind !== "bytes") return () => {};
    if (this.#inside >= MOST_AT_ONCE) {
      throw new Refusal("rate_limited", "too_many_uploads", { retryAfterSeconds: AGAIN_IN_S });
    }
    if (principal.kind === "student") this.#students.require(principal.attemptId, now);
    this.#inside++;
    return () => {
      this.#inside--;
    };
  }
}
