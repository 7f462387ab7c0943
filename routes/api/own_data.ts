import { CapturedAnswer } from "../../protocol/captured.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { ownCaptured } from "../../server/review/own_captured.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { ownAttemptId } from "./own_attempt_id.ts";

/** How often one student may have it all: it is read from the first entry on, each time. */
const TAKEN_HOME = { perMinute: 2, burst: 10 };

/** What a student may take home. */
export function ownDataRoutes({ attempts, now }: Services): RestRoute[] {
  const limiter = new RateLimiter(TAKEN_HOME);
  return [
    route({
      operation: "get_captured",
      summary: "Everything that was captured in the own attempt",
      answer: CapturedAnswer,
      async handle({ principal }) {
        const attemptId = ownAttemptId(principal);
        limiter.require(attemptId, now());
        return {
          headers: { "content-disposition": 'attachment; filename="invigil-captured.json"' },
          body: { attempt_id: attemptId, entries: await ownCaptured(attempts, attemptId) },
        };
      },
    }),
  ];
}
