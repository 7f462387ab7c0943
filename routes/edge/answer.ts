import type { AnswerPolicy, Policy } from "./policy.ts";
import type { Reply, ReplyHeaders, Route, ServedFile } from "./route.ts";
import { securityHeaders } from "./security_headers.ts";

/** A copy whose address changes with its content is good for ever; any other one is asked for again. */
const FOREVER = "public, max-age=31536000, immutable";
const ASK_AGAIN = "no-cache";
const NO_COPY = "no-store";

/**
 * What a handler replied, as its route's policy says that it is answered.
 *
 * @throws {TypeError} If the reply is of another kind than the policy's, a file of a type that it does not name, or a
 * cookie where the policy ignores cookies: a fault of the route.
 */
export function answer(
  { operation, status }: Pick<Route, "operation" | "status">,
  policy: Policy,
  reply: Reply,
): Response {
  const kind = kindOf(reply);
  if (kind !== policy.answer.kind && !isFileInstead(policy.answer, reply)) {
    throw new TypeError(`Cannot answer ${operation} with ${kind}: its policy says ${policy.answer.kind}`);
  }
  if (reply.headers?.["set-cookie"] !== undefined && policy.cookie === "ignored") {
    throw new TypeError(`Cannot set a cookie in ${operation}: its policy ignores cookies`);
  }
  const { "set-cookie": cookies = [], ...more } = reply.headers ?? {};
  const init = (type: string | null, caching: string): ResponseInit => {
    const styleNonce = "html" in reply ? reply.styleNonce : undefined;
    const headers = new Headers(answerHeaders(policy, caching, more, styleNonce));
    if (type !== null) headers.set("content-type", type);
    for (const cookie of [cookies].flat()) headers.append("set-cookie", cookie);
    return { status: reply.status ?? status ?? (kind === "nothing" ? 204 : 200), headers };
  };
  if ("html" in reply) return new Response(reply.html, init("text/html; charset=UTF-8", NO_COPY));
  if ("file" in reply) {
    const { content, type, packed } = reply.file;
    const response = new Response(content, init(type, caching(policy.answer, reply.file)));
    if (packed !== undefined) response.headers.append("vary", "accept-encoding");
    if (packed) response.headers.set("content-encoding", packed);
    return response;
  }
  if (reply.body === undefined) return new Response(null, init(null, NO_COPY));
  return Response.json(reply.body, init(null, NO_COPY));
}

/** Headers of any answer of a route, a refusal as well. */
export function answerHeaders(
  { answer }: Pick<Policy, "answer">,
  caching = NO_COPY,
  more: Omit<ReplyHeaders, "set-cookie"> = {},
  styleNonce?: string,
): Record<string, string> {
  const isInert = answer.kind === "file" && answer.isInert === true;
  const security = securityHeaders({ isInert, styleNonce });
  const headers = { ...security, "cache-control": caching, ...more };
  // What people read comes in their language.
  const isRead = answer.kind === "html" || answer.kind === "json";
  return isRead ? { ...headers, vary: "accept-language" } : headers;
}

function kindOf(reply: Reply): AnswerPolicy["kind"] {
  if ("html" in reply) return "html";
  if ("file" in reply) return "file";
  return reply.body === undefined ? "nothing" : "json";
}

/** Whether the reply is a file that stands in the place of JSON, as the policy says. */
function isFileInstead(policy: AnswerPolicy, reply: Reply): boolean {
  return policy.kind === "json" && "file" in reply && policy.orFile?.includes(reply.file.type) === true;
}

function caching(policy: AnswerPolicy, { type, isHashed }: ServedFile): string {
  if (policy.kind === "json") return NO_COPY;
  if (policy.kind !== "file" || !policy.types.includes(type)) {
    throw new TypeError(`Cannot send a file of type ${type}: the policy does not name it`);
  }
  if (policy.isPrivate) return NO_COPY;
  return isHashed ? FOREVER : ASK_AGAIN;
}
