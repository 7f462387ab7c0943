import type { Principal } from "../../server/auth/decide.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import type { BodyPolicy } from "./policy.ts";

/** A student's call over the rate is held this long, at most, ms; past it there is no end to be seen. */
const MOST_HELD_MS = 5_000;

/**
 * A student's call waits its turn: REST has the limits of the socket, and both count together. Taken before the body is
 * read, at the size that it says it has, so that calls which come at once wait for one another.
 *
 * @throws {Refusal} `rate_limited` with the seconds to wait.
 */
export async function takeTurn(
  { studentRates }: Pick<Services, "studentRates">,
  principal: Principal,
  request: Request,
  body: BodyPolicy,
): Promise<void> {
  // A file is no part of what capture sends, and would hold it up for minutes; it has a rate and room of its own.
  if (principal.kind !== "student" || body.kind === "bytes") return;
  const rate = studentRates.of(principal.attemptId);
  const now = performance.now();
  const waitMs = rate.waitMs(now);
  if (waitMs > MOST_HELD_MS) {
    throw new Refusal("rate_limited", "too_much_at_once", { retryAfterSeconds: waitMs / 1_000 });
  }
  rate.charge(bodyBytes(request, body), now);
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
}

/** What a body takes: what it says, and the most that is read where it says nothing or more. */
function bodyBytes({ headers }: Request, body: BodyPolicy): number {
  if (body.kind === "none") return 0;
  const said = headers.get("content-length");
  return said === null ? body.maxBytes : Math.min(Number(said) || 0, body.maxBytes);
}
