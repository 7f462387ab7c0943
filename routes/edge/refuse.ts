import { answerOf, Refusal } from "../../server/errors.ts";
import { StoreUnavailable } from "../../server/store/store_unavailable.ts";
import { answerHeaders } from "./answer.ts";
import type { Edge } from "./edge.ts";
import { wordsFor } from "./language.ts";
import type { Policy } from "./policy.ts";

/** Where something was thrown, for the log and for the way on. */
export interface Refused {
  request: Request;
  policy: Policy;
  /** What was under way, for the log. */
  what: string;
  requestId?: string;
}

/**
 * Answers whatever was thrown, in the form of what the route answers: a page, or JSON. What is no refusal is a fault,
 * and logged: the store's where the store says so (`unavailable`), else ours (`internal`).
 */
export function refuse(edge: Edge, error: unknown, refused: Refused): Response {
  const { policy, request } = refused;
  const judged = error instanceof Refusal ? error : faultOf(edge, error, refused);
  const headers = answerHeaders(policy);
  const { kind } = policy.answer;
  // Where there is no route, or a file is missing, a person in front of a browser reads a page, and a program JSON.
  const isByAccept = kind !== "html" && kind !== "json";
  if (isByAccept) headers.vary = "accept, accept-language";
  if (kind === "html" || (isByAccept && asksForPage(request))) return refusedPage(edge, judged, request, headers);
  const { status, headers: more, body } = answerOf(judged, wordsFor(request));
  return Response.json(body, { status, headers: { ...headers, ...more } });
}

/** A page that needs an account leads a stranger to the login, and back; any other refusal is a page that says why. */
function refusedPage(edge: Edge, error: unknown, request: Request, headers: Record<string, string>): Response {
  const code = error instanceof Refusal ? error.code : "internal";
  const next = code === "unauthorized"
    ? `/login?next=${encodeURIComponent(new URL(request.url).pathname)}`
    : code === "password_change_required"
    ? "/account"
    : null;
  if (next !== null) return new Response(null, { status: 303, headers: { ...headers, location: next } });
  const words = wordsFor(request);
  const { status, headers: more, body } = answerOf(error, words);
  return new Response(edge.renderProblem(body.error.message, words), {
    status,
    headers: { ...headers, ...more, "content-type": "text/html; charset=utf-8" },
  });
}

/** Whether a browser is to show the answer to somebody. */
function asksForPage(request: Request): boolean {
  const isRead = request.method === "GET" || request.method === "HEAD";
  return isRead && (request.headers.get("accept") ?? "").includes("text/html");
}

function faultOf({ services }: Edge, error: unknown, { what, requestId }: Refused): unknown {
  services.fault(what, error, requestId === undefined ? {} : { request_id: requestId });
  return error instanceof StoreUnavailable ? storeLost() : error;
}

/** What is said while the store does not answer. */
export function storeLost(): Refusal {
  return new Refusal("unavailable", "store_silent", {
    retryAfterSeconds: 2,
  });
}
