import type { Hono } from "hono";
import { type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { answerHeaders } from "./answer.ts";
import { embedderOf, type RequestOrigin, requireOrigin } from "./origin.ts";
import type { Bindings } from "./permit.ts";
import { POLICIES } from "./policies.ts";
import { CLOSED, type Policy } from "./policy.ts";
import type { Route } from "./route.ts";

/** How long a browser believes what a page of another site may ask, s. */
const BELIEVED_S = 600;

/** Request headers that such a page may send. */
const SENT_HEADERS = "authorization, content-type, accept-language";

/** Lets the page of another site read an answer that it was let in to, a refusal as well; the browser keeps it from all others. */
export function allowReading(response: Response, request: Request, origin: RequestOrigin, policy: Policy): Response {
  const { headers } = response;
  if (policy.origins === "any") {
    headers.set("access-control-allow-origin", "*");
    headers.set("cross-origin-resource-policy", "cross-origin");
  }
  const embedder = embedderOf(request, origin);
  if (policy.origins !== "embed") return response;
  headers.append("vary", "origin");
  if (embedder === null) return response;
  headers.set("access-control-allow-origin", embedder);
  headers.set("access-control-expose-headers", "retry-after");
  return response;
}

/** Answers browsers that ask, before the call of a page of another site, whether it may be made. */
export function answerPreflights(
  app: Hono<Bindings>,
  routes: readonly Route[],
  honoPath: (path: string) => string,
): void {
  const embedded = routes.filter(({ operation }) => POLICIES[operation].origins === "embed");
  const paths = new Map<string, Set<string>>();
  for (const { operation } of embedded) {
    const { path, method }: Permission = PERMISSIONS[operation];
    paths.set(path, (paths.get(path) ?? new Set()).add(method.toUpperCase()));
  }
  for (const [path, methods] of paths) {
    app.options(honoPath(path), ({ req, env }) => {
      const policy: Policy = { ...CLOSED, origins: "embed" };
      requireOrigin(env.origin, policy);
      const headers = {
        ...answerHeaders(policy),
        "access-control-allow-methods": [...methods].join(", "),
        "access-control-allow-headers": SENT_HEADERS,
        "access-control-max-age": String(BELIEVED_S),
      };
      return allowReading(new Response(null, { status: 204, headers }), req.raw, env.origin, policy);
    });
  }
}
