import { Metrics } from "../../protocol/staff.ts";
import type { Services } from "../../server/services.ts";
import { type Route, route } from "./route.ts";

/** What the server measures of itself, for admins. */
export function metricsRoutes({ metrics }: Services): Route[] {
  return [
    route({
      operation: "get_metrics",
      summary: "Figures of this instance since it started",
      answer: Metrics,
      handle: () => ({ body: { metrics: metrics.toMetrics() } }),
    }),
  ];
}
