import type { Context, Hono } from "hono";
import { MAX_BATCH_BYTES, MAX_BODY_BYTES, MAX_EXAM_BYTES, MAX_SUBMISSION_BYTES } from "../../protocol/limits.ts";
import { authorise } from "../../server/auth/authorise.ts";
import {
  type Operation,
  type Permission,
  PERMISSIONS,
  type Principal,
  type Scope,
} from "../../server/auth/permissions.ts";
import { isId } from "../../server/store/stored_id.ts";
import { answerOf, Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { requireValid } from "../require_valid.ts";
import type { Route } from "./route.ts";

/** What a request brings along besides itself. */
export interface Bindings {
  Bindings: { address: string };
  Variables: { requestId: string };
}
export type App = Hono<Bindings>;
export type RequestContext = Context<Bindings>;

/** Operations whose bodies may be larger than a form. */
const BODY_LIMITS: Partial<Record<Operation, number>> = {
  log_activity: MAX_BATCH_BYTES,
  submit_exam: MAX_SUBMISSION_BYTES,
  features_extract: MAX_BATCH_BYTES,
  create_exam: MAX_EXAM_BYTES,
};

/** Path of the permission table in Hono's spelling. */
export function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ":$1");
}

/** Registers REST operations: permission, then limits, then body, then the handler. */
export function registerRoutes(app: App, services: Services, routes: readonly Route[]): void {
  for (const route of routes) {
    const permission: Permission = PERMISSIONS[route.operation];
    app.on(permission.method.toUpperCase(), honoPath(permission.path), (context) => answer(context, services, route));
  }
}

/**
 * Who is asking, once it is known that they may.
 *
 * @throws {Refusal} `unauthorized`, `forbidden`, `rate_limited`.
 */
export async function permit(context: RequestContext, services: Services, operation: Operation): Promise<Principal> {
  services.auth.limits.take(operation, context.env.address);
  const identity = await services.auth.identify.ofRequest(context.req.raw);
  const { scope, isMismatch } = await scopeOf(context, services);
  await authorise(identity, operation, scope, services.auth.assignments);
  // Said to those alone who may see the exam: strangers do not learn which attempts there are.
  if (isMismatch) throw new Refusal("not_found", "There is no such attempt in this exam.");
  return identity.principal;
}

/**
 * What a request is about, as its path and query say; an attempt's exam is looked up, never believed.
 * `isMismatch` where the path puts the attempt into an exam that is not its own, or there is no such attempt.
 */
async function scopeOf(
  context: RequestContext,
  services: Services,
): Promise<{ scope: Scope; isMismatch: boolean }> {
  const attemptId = context.req.param("attempt_id") ?? context.req.query("attempt_id");
  const examId = context.req.param("exam_id") ?? context.req.param("test_id");
  if (attemptId === undefined) return { scope: { examId }, isMismatch: false };
  const stored = isId(attemptId) ? await services.attempts.stored(attemptId) : null;
  // An attempt that is not there belongs to no exam: nobody but an admin learns that it is not.
  const ofAttempt = stored?.record.examId ?? "";
  const isMismatch = examId !== undefined && ofAttempt !== examId;
  return { scope: { examId: examId ?? ofAttempt, attemptId }, isMismatch };
}

async function answer(context: RequestContext, services: Services, route: Route): Promise<Response> {
  try {
    const principal = await permit(context, services, route.operation);
    const body = route.body === undefined ? undefined : await readBody(context.req.raw, route);
    const query = route.query === undefined ? undefined : requireValid(route.query, context.req.query());
    const reply = await route.handle({
      principal,
      body,
      params: context.req.param() as Record<string, string>,
      query,
      request: context.req.raw,
      address: context.env.address,
      requestId: context.get("requestId"),
    });
    const status = reply.status ?? route.status ?? (route.answer ? 200 : 204);
    const headers = { "cache-control": "no-store", ...reply.headers };
    if (reply.body === undefined) return new Response(null, { status, headers });
    return Response.json(reply.body, { status, headers });
  } catch (error) {
    return await refused(services, error, `${context.req.method} ${route.operation}`, {
      request_id: context.get("requestId"),
    });
  }
}

/**
 * Answers whatever was thrown. What is no refusal is a fault, and logged: the store's where the store does not answer
 * now (`unavailable`), else ours (`internal`).
 */
export async function refused(
  services: Services,
  error: unknown,
  what: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  const isFault = !(error instanceof Refusal);
  if (isFault) services.fault(what, error, fields);
  const isStoreLost = isFault && !(await services.store.confirm());
  const { status, headers, body } = answerOf(isStoreLost ? storeLost() : error);
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** What is said while the store does not answer. */
export function storeLost(): Refusal {
  return new Refusal("unavailable", "The store is not answering. Please come back in a moment.", {
    retryAfterSeconds: 2,
  });
}

async function readBody(request: Request, route: Route): Promise<unknown> {
  const limit = BODY_LIMITS[route.operation] ?? MAX_BODY_BYTES;
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text === "" && route.operation === "submit_exam" ? "{}" : text);
  } catch {
    throw new Refusal("bad_request", "The body is not JSON.");
  }
  return route.body === undefined ? undefined : requireValid(route.body, value);
}

/** The body as text, read no further than the limit. @throws {Refusal} `too_large` */
async function readText(request: Request, limit: number): Promise<string> {
  const tooLarge = new Refusal("too_large", `The body holds at most ${limit} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge;
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.length;
    if (bytes > limit) throw tooLarge;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
