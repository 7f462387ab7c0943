import { Hono } from "hono";
import { compress } from "hono/compress";
import { clientAddress } from "../server/auth/client_address.ts";
import type { Manifest } from "../server/build/manifest.ts";
import { Refusal } from "../server/errors.ts";
import { allRoutes } from "./all_routes.ts";
import { createEdge, type EdgeParts } from "./edge/edge.ts";
import { originOf, requireOrigin } from "./edge/origin.ts";
import type { Bindings } from "./edge/permit.ts";
import { CLOSED } from "./edge/policy.ts";
import { refuse } from "./edge/refuse.ts";
import { registerRoutes } from "./edge/register.ts";
import { OPERATIONS, PERMISSIONS } from "../server/auth/permissions.ts";
import { POLICIES } from "./edge/policies.ts";
import { renderProblem } from "./pages/problem.tsx";
import { denoUpgrade } from "./ws/deno_socket.ts";
import type { Upgrade } from "./ws/server_socket.ts";
import { upgradeSocket } from "./ws/upgrade.ts";

/** Paths that pages of any site may load. */
const FOR_ANY_PAGE: ReadonlySet<string> = new Set(
  OPERATIONS.filter((operation) => POLICIES[operation].origins === "any").map((operation) =>
    PERMISSIONS[operation].path
  ),
);

/** What the app needs. */
export interface AppParts extends Omit<EdgeParts, "renderProblem"> {
  manifest: Manifest;
  /** The project's root, for static files. */
  root: string;
}

/** What a listener knows of a request besides itself. */
export interface Arrival {
  remoteAddr: Deno.Addr;
  /** How its sockets are made, where it is not `Deno.serve`. */
  upgrade?: Upgrade;
}

export type Handler = (request: Request, arrival: Arrival) => Response | Promise<Response>;

/**
 * The server's one request handler. Sockets are upgraded before Hono sees them, because its wrapper costs half of
 * their speed; everything else goes through the tables of permissions and policies.
 */
export function createApp({ services, manifest, root, ...parts }: AppParts): Handler {
  const edge = createEdge({
    services,
    ...parts,
    renderProblem: (message, words) => renderProblem({ manifest, words, message }),
  });
  const app = new Hono<Bindings>();
  app.use(async (context, next) => {
    context.set("requestId", crypto.randomUUID());
    await next();
    context.res.headers.set("x-request-id", context.get("requestId"));
  });
  // Files are packed by the build. Answers with secrets are not packed: their length would tell of what is in them.
  app.use(compress({ encoding: "gzip", contentTypeFilter: /^text\/html/i }));
  registerRoutes(app, edge, allRoutes(services, manifest, root));
  const refused = (error: unknown, request: Request) =>
    refuse(edge, error, { request, policy: CLOSED, what: `${request.method} without a route` });
  app.notFound(({ req }) => refused(new Refusal("not_found", "nothing_here"), req.raw));
  app.onError((error, { req }) => refused(error, req.raw));

  const { trustProxy } = services.settings;
  return async (request, { remoteAddr, upgrade = denoUpgrade }) => {
    const hostname = "hostname" in remoteAddr ? remoteAddr.hostname : undefined;
    const address = clientAddress(request, { hostname }, trustProxy);
    try {
      const { pathname } = new URL(request.url);
      // What any page may load is sent to any, also while the store does not answer who may more.
      const origin = FOR_ANY_PAGE.has(pathname) ? "none" : await originOf(request, edge.origins);
      // No policy lets a page of another site in, also where there is no route.
      if (origin === "foreign") requireOrigin(origin, CLOSED);
      if (pathname.startsWith("/ws/")) {
        return await upgradeSocket(request, pathname, edge, { address, origin, upgrade });
      }
      return await app.fetch(request, { address, origin });
    } catch (error) {
      return refused(error, request);
    }
  };
}
