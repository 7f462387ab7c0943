import type { Context } from "hono";
import { authorise } from "../../server/auth/authorise.ts";
import { isOpen, type Principal, type Scope } from "../../server/auth/decide.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import { isId } from "../../server/store/stored_id.ts";
import { requireLetIn } from "../../server/auth/embedding.ts";
import { Refusal } from "../../server/errors.ts";
import type { Services } from "../../server/services.ts";
import { credentialsOf } from "./credentials.ts";
import type { Edge } from "./edge.ts";
import { embedderOf, type RequestOrigin, requireOrigin } from "./origin.ts";
import { POLICIES } from "./policies.ts";
import type { Policy } from "./policy.ts";
import { storeLost } from "./refuse.ts";

/** What a request brings along besides itself. */
export interface Bindings {
  Bindings: { address: string; origin: RequestOrigin };
  Variables: { requestId: string };
}

/**
 * What is asked of every request, a socket's upgrade as well, before anybody looks at who it is.
 *
 * @throws {Refusal} `forbidden`, `unavailable`.
 */
export function requireEntry({ services }: Edge, policy: Policy, origin: RequestOrigin): void {
  requireOrigin(origin, policy);
  if (policy.needsStore && !services.store.isUp) throw storeLost();
}

/**
 * Who is asking, once it is known that they may: decided before the body is read.
 *
 * @throws {Refusal} `unauthorized`, `forbidden`, `password_change_required`, `rate_limited`, `unavailable`.
 */
export async function permit(context: Context<Bindings>, edge: Edge, operation: Operation): Promise<Principal> {
  const { address, origin } = context.env;
  requireEntry(edge, POLICIES[operation], origin);
  edge.limits.take(operation, address);
  return await whoMay(context, edge, operation);
}

/**
 * Who is asking and may, and whether there is the exam that it is about. Asked again once a body is there: it may take a minute, in which somebody was signed out or a
 * device released.
 *
 * @throws {Refusal} `unauthorized`, `forbidden`, `password_change_required`, `not_found`.
 */
export async function whoMay(
  context: Context<Bindings>,
  { services }: Edge,
  operation: Operation,
): Promise<Principal> {
  if (isOpen(operation)) return { kind: "anyone" };
  const policy = POLICIES[operation];
  const { origin } = context.env;
  const identity = await services.auth.identify.of(credentialsOf(context.req.raw, policy.cookie, origin));
  const { scope, isMismatch } = await scopeOf(context, services);
  await authorise(identity, operation, scope, services.auth.assignments);
  // Said to those alone who may see the exam: strangers do not learn which exams and attempts there are.
  if (scope.examId && await services.exams.get(scope.examId) === null) throw noSuchExam(context);
  if (isMismatch) throw new Refusal("not_found", "no_such_attempt_in_exam");
  await requireEmbedding(context, services, identity.principal);
  return identity.principal;
}

/** Asks the exam itself whether the page of another site may ask for what is a student's. */
async function requireEmbedding({ req, env }: Context<Bindings>, { exams }: Services, who: Principal): Promise<void> {
  const embedder = embedderOf(req.raw, env.origin);
  if (embedder === null || who.kind === "anyone") return;
  // Pages of others are let in for students; staff have no business there.
  if (!("examId" in who)) throw new Refusal("forbidden", "other_site_requests");
  requireLetIn(embedder, await exams.require(who.examId));
}

function noSuchExam(context: Context<Bindings>): Refusal {
  const path = context.req.param("test_id") === undefined ? undefined : "test_id";
  return new Refusal("not_found", "no_such_exam", { path });
}

/**
 * What a request is about, as its path and query say; an attempt's exam is looked up, never believed.
 * `isMismatch` where the path puts the attempt into an exam that is not its own, or there is no such attempt.
 */
async function scopeOf(
  context: Context<Bindings>,
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
