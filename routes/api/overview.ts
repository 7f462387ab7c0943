import { ExamOverview } from "../../protocol/exam_overview.ts";
import { Overviews } from "../../server/review/read_overview.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** What an exam's attempts come to, for its staff. */
export function overviewRoutes({ attempts, exams, stores }: Services): RestRoute[] {
  const overviews = new Overviews(attempts, stores.flags);

  const overview = route({
    operation: "get_overview",
    summary: "What an exam's attempts that are over come to: peaks, flags, signals and verdicts, times",
    answer: ExamOverview,
    async handle({ params }) {
      return { body: await overviews.of(await exams.require(params.exam_id)) };
    },
  });

  return [overview];
}
