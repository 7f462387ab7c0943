import type { Services } from "../../server/services.ts";
import type { RestRoute } from "../edge/route.ts";
import { attemptRoutes } from "./attempts.ts";
import { bankRoutes } from "./bank.ts";
import { evidenceRoutes } from "./evidence.ts";
import { examRevisionRoutes } from "./exam_revisions.ts";
import { examsRoutes } from "./exams.ts";
import { filesRoutes } from "./files.ts";
import { healthRoutes } from "./health.ts";
import { lateWorkRoutes } from "./late_work.ts";
import { marksRoutes } from "./marks.ts";
import { mediaRoutes } from "./media.ts";
import { metricsRoutes } from "./metrics.ts";
import { operationRoutes } from "./operation.ts";
import { studentRoutes } from "./student.ts";
import { ownEvidenceRoutes } from "./own_evidence.ts";
import { ownDataRoutes } from "./own_data.ts";
import { trialRoutes } from "./trials.ts";
import { resultsRoutes } from "./results.ts";
import { transferRoutes } from "./transfer.ts";
import { examStaffRoutes } from "./exam_staff.ts";
import { rosterRoutes } from "./roster.ts";
import { replayRoutes } from "./replay.ts";
import { reportRoutes } from "./report.ts";
import { overviewRoutes } from "./overview.ts";
import { reviewRoutes } from "./review.ts";
import { scoringRoutes } from "./scoring.ts";
import { staffRoutes } from "./staff_routes.ts";
import { alikeRoutes } from "./alike.ts";

/** Every operation that stands in the OpenAPI document, in its order. */
export function restRoutes(services: Services): RestRoute[] {
  return [
    ...healthRoutes(services),
    ...studentRoutes(services),
    ...scoringRoutes(services),
    ...staffRoutes(services.auth, services.stores),
    ...examsRoutes(services),
    ...attemptRoutes(services),
    ...examRevisionRoutes(services),
    ...transferRoutes(services),
    ...bankRoutes(services),
    ...rosterRoutes(services),
    ...examStaffRoutes(services),
    ...mediaRoutes(services),
    ...trialRoutes(services),
    ...lateWorkRoutes(services),
    ...marksRoutes(services),
    ...overviewRoutes(services),
    ...reviewRoutes(services),
    ...reportRoutes(services),
    ...replayRoutes(services),
    ...filesRoutes(services),
    ...resultsRoutes(services),
    ...ownDataRoutes(services),
    ...ownEvidenceRoutes(services),
    ...evidenceRoutes(services),
    ...metricsRoutes(services),
    ...operationRoutes(services),
    ...alikeRoutes(services),
  ];
}
