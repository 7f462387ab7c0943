import type { Services } from "../../server/services.ts";
import type { RestRoute } from "../edge/route.ts";
import { evidenceRoutes } from "./evidence.ts";
import { examRoutes } from "./exam.ts";
import { examsRoutes } from "./exams.ts";
import { healthRoutes } from "./health.ts";
import { lateWorkRoutes } from "./late_work.ts";
import { marksRoutes } from "./marks.ts";
import { metricsRoutes } from "./metrics.ts";
import { operationRoutes } from "./operation.ts";
import { ownDataRoutes } from "./own_data.ts";
import { transferRoutes } from "./transfer.ts";
import { scoringRoutes } from "./scoring.ts";
import { staffRoutes } from "./staff_routes.ts";

/** Every operation that stands in the OpenAPI document, in its order. */
export function restRoutes(services: Services): RestRoute[] {
  return [
    ...healthRoutes(services),
    ...examRoutes(services),
    ...scoringRoutes(services),
    ...staffRoutes(services.auth),
    ...examsRoutes(services),
    ...transferRoutes(services),
    ...lateWorkRoutes(services),
    ...marksRoutes(services),
    ...ownDataRoutes(services),
    ...evidenceRoutes(services),
    ...metricsRoutes(services),
    ...operationRoutes(services),
  ];
}
