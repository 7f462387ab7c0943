import { Hono } from "hono";
import { staffRoutes } from "../routes/api/staff_routes.ts";
import { examRoutes } from "../routes/api/exam.ts";
import { examsRoutes } from "../routes/api/exams.ts";
import { healthRoutes } from "../routes/api/health.ts";
import { metricsRoutes } from "../routes/api/metrics.ts";
import { openApiDocument } from "../routes/api/openapi.ts";
import { asyncApiDocument } from "../routes/api/asyncapi.ts";
import { ownDataRoutes } from "../routes/api/own_data.ts";
import { type App, type Bindings, refused, registerRoutes, storeLost } from "../routes/api/register.ts";
import { scoringRoutes } from "../routes/api/scoring.ts";
import { registerPages } from "../routes/pages/register.ts";
import { upgradeSocket } from "../routes/ws/upgrade.ts";
import { clientAddress } from "./auth/client_address.ts";
import { originOf } from "./auth/request_origin.ts";
import type { Manifest } from "./build/manifest.ts";
import { Refusal } from "./errors.ts";
import { secured } from "./security_headers.ts";
import type { Services } from "./services.ts";
import { staticFile } from "./static_files.ts";

/** Paths that stand on nothing stored: what looks after the server asks them when the store is gone. */
const STORELESS: ReadonlySet<string> = new Set(["/ping", "/healthz", "/readyz", "/openapi.json", "/asyncapi.json"]);

/** What the app needs besides its services. */
export interface AppParts {
  services: Services;
  manifest: Manifest;
  /** The project's root, for static files. */
  root: string;
}

export type Handler = (request: Request, info: { remoteAddr: Deno.Addr }) => Response | Promise<Response>;

/**
 * The server's one request handler. Sockets are upgraded before Hono sees them, because its wrapper costs half of
 * their speed; everything else goes through the table of routes.
 */
export function createApp({ services, manifest, root }: AppParts): Handler {
  const app: App = new Hono<Bindings>();
  app.use(async (context, next) => {
    context.set("requestId", crypto.randomUUID());
    await next();
    context.res.headers.set("x-request-id", context.get("requestId"));
  });
  const routes = [
    ...healthRoutes(services),
    ...examRoutes(services),
    ...scoringRoutes(services),
    ...staffRoutes(services.auth),
    ...examsRoutes(services),
    ...ownDataRoutes(services),
    ...metricsRoutes(services),
  ];
  registerRoutes(app, services, routes);
  app.get("/openapi.json", (context) => context.json(openApiDocument(routes)));
  app.get("/asyncapi.json", (context) => context.json(asyncApiDocument()));
  registerPages(app, services, manifest);
  app.get("/static/*", async (context) => await staticFile(root, new URL(context.req.url)) ?? context.notFound());
  app.notFound((context) => refused(services, new Refusal("not_found", "There is nothing here."), context.req.path));
  app.onError((error, context) => refused(services, error, context.req.path));

  const { trustProxy } = services.settings;
  return async (request, info) => {
    const hostname = "hostname" in info.remoteAddr ? info.remoteAddr.hostname : undefined;
    const address = clientAddress(request, { hostname }, trustProxy);
    try {
      if (originOf(request, services.auth.origins) === "foreign") {
        throw new Refusal("forbidden", "Requests from other sites are not answered.");
      }
      const { pathname } = new URL(request.url);
      if (!services.store.isUp && !needsNoStore(pathname)) {
        throw storeLost();
      }
      if (pathname.startsWith("/ws/")) return await upgradeSocket(request, pathname, services, address);
      return secured(await app.fetch(request, { address }));
    } catch (error) {
      return secured(await refused(services, error, request.method));
    }
  };
}

/** Whether a path is answered while the store is lost; everything else is refused at once. */
function needsNoStore(pathname: string): boolean {
  return pathname.startsWith("/static/") || STORELESS.has(pathname);
}
