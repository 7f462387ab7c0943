import { AlikeAnswers } from "../../protocol/alike.ts";
import { Comparisons } from "../../server/alike/comparisons.ts";
import { limitedAs } from "../../server/auth/client_address.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** Comparisons that one address may ask for in a minute: each may take a core for seconds. */
export const COMPARISONS_PER_MINUTE = 20;

/** Whose answers are alike, for who reviews an exam. */
export function alikeRoutes({ attempts, exams, now }: Services): RestRoute[] {
  const comparisons = new Comparisons(attempts);
  const limiter = new RateLimiter({ perMinute: COMPARISONS_PER_MINUTE });

  const compare = route({
    operation: "compare_answers",
    summary: "Where an exam's answers, times and texts are more alike than chance gives: places to look, no risk",
    answer: AlikeAnswers,
    async handle({ params, address }) {
      limiter.require(limitedAs(address), now(), "too_many_requests");
      return { body: await comparisons.of(await exams.require(params.exam_id)) };
    },
  });

  return [compare];
}
