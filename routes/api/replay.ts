import { ReplayPage, ReplayQuery } from "../../protocol/replay.ts";
import { hasLog } from "../../server/attempts/has_log.ts";
import { Refusal } from "../../server/errors.ts";
import { replayPage } from "../../server/review/replay_page.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { requireAnswersShown } from "./require_answers_shown.ts";

/** How an attempt's answers came to be, for who may read them. */
export function replayRoutes({ attempts, exams }: Services): RestRoute[] {
  const replay = route({
    operation: "get_replay",
    summary: "A page of how an attempt's answers came to be, step by step",
    query: ReplayQuery,
    answer: ReplayPage,
    async handle({ principal, params, query }) {
      const view = await attempts.view(params.attempt_id);
      requireAnswersShown(principal, await exams.require(params.exam_id));
      if (!hasLog(view)) throw new Refusal("wrong_state", "answers_removed");
      return { body: await replayPage(attempts, view, query.after) };
    },
  });
  return [replay];
}
