import type { Context, Hono } from "hono";
import { type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { answer } from "./answer.ts";
import { readBody } from "./body.ts";
import type { Edge } from "./edge.ts";
import { deviceOf } from "./device_cookie.ts";
import { wordsFor } from "./language.ts";
import { allowReading, answerPreflights } from "./cross_origin.ts";
import { embedderOf, mustBeSecure, ownOrigin } from "./origin.ts";
import { type Bindings, permit, whoMay } from "./permit.ts";
import { POLICIES } from "./policies.ts";
import { refuse } from "./refuse.ts";
import { requireValid } from "./require_valid.ts";
import type { Route } from "./route.ts";
import { takeTurn } from "./take_turn.ts";

/** Path of the permission table in Hono's spelling. */
function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

/** Registers operations, whatever they answer with: permission, then body, then the handler, then its answer. */
export function registerRoutes(app: Hono<Bindings>, edge: Edge, routes: readonly Route[]): void {
  for (const route of routes) {
    const permission: Permission = PERMISSIONS[route.operation];
    app.on(permission.method.toUpperCase(), honoPath(permission.path), async (context) => {
      const response = await serve(context, edge, route);
      return allowReading(response, context.req.raw, context.env.origin, POLICIES[route.operation]);
    });
  }
  answerPreflights(app, routes, honoPath);
}

async function serve(context: Context<Bindings>, edge: Edge, route: Route): Promise<Response> {
  const policy = POLICIES[route.operation];
  const request = context.req.raw;
  const requestId = context.get("requestId");
  const words = wordsFor(request);
  let leave = () => {};
  try {
    const permitted = await permit(context, edge, route.operation);
    await takeTurn(edge.services, permitted, request, policy.body);
    leave = edge.uploads.enter(policy.body, permitted, edge.services.now());
    const body = await readBody(request, policy.body);
    const principal = policy.body.kind === "none" ? permitted : await whoMay(context, edge, route.operation);
    const reply = await route.handle({
      principal,
      body: route.body === undefined ? undefined : requireValid(route.body, body, words, route.asTyped),
      params: context.req.param() as Record<string, string>,
      query: route.query === undefined ? undefined : requireValid(route.query, context.req.query(), words),
      request,
      address: context.env.address,
      requestId,
      device: () => deviceOf(request, policy.cookie, context.env.origin, edge.services.auth.devices),
      isOwnPage: context.env.origin === "own",
      embedder: embedderOf(request, context.env.origin),
      words,
      ownOrigin: ownOrigin(request, edge.origins),
      mustBeSecure: () => mustBeSecure(request, edge.origins),
    });
    return answer(route, policy, reply);
  } catch (thrown) {
    const error = edge.limits.refused(route.operation, context.env.address, thrown);
    const what = `${context.req.method} ${route.operation}`;
    return refuse(edge, error, { request, policy, what, requestId });
  } finally {
    leave();
  }
}
