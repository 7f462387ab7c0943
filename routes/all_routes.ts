import type { Manifest } from "../server/build/manifest.ts";
import type { Services } from "../server/services.ts";
import { apiDocuments, documentRoutes } from "./api/documents.ts";
import { restRoutes } from "./api/rest_routes.ts";
import type { Route } from "./edge/route.ts";
import { examWorkerRoute } from "./exam_worker.ts";
import { docPages } from "./pages/doc_pages.ts";
import { pageRoutes } from "./pages/page_routes.ts";
import { staticRoutes } from "./static_file.ts";
import { referencePages } from "./reference/reference_pages.tsx";

/** Every operation over HTTP. The sockets are upgraded beside them, by `ws/upgrade.ts`. */
export function allRoutes(services: Services, manifest: Manifest, root: string): Route[] {
  const rest = restRoutes(services);
  const documents = apiDocuments(rest);
  return [
    ...rest,
    ...documentRoutes(documents),
    ...referencePages(manifest, documents, services.settings.origin),
    ...pageRoutes(services, manifest, root),
    ...docPages(manifest, root),
    examWorkerRoute(manifest, root),
    ...staticRoutes(root),
  ];
}
