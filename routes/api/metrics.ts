import { Metrics } from "../../protocol/staff.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** What the server measures of itself, for admins. */
export function metricsRoutes({ figures }: Services): RestRoute[] {
  return [
    route({
      operation: "get_metrics",
      summary: "Figures of this instance since it started",
      answer: Metrics,
      handle: async () => ({ body: { metrics: await figures() } }),
    }),
  ];
}
