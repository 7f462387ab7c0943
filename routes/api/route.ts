import type { z } from "zod";
import type { Operation, Principal } from "../../server/auth/permissions.ts";

/** What a handler is given: who asks, already permitted, and what, already parsed. */
export interface Call<Body, Query> {
  principal: Principal;
  body: Body;
  /** Placeholders of the path, by name. */
  params: Readonly<Record<string, string>>;
  query: Query;
  /** For headers and cookies; its body has been read. */
  request: Request;
  /** Network address of the caller, see `server/auth/client_address.ts`. */
  address: string;
  requestId: string;
}

/** What a handler answers; the route's `status` stands where none is given. */
export interface Reply<Answer> {
  status?: number;
  headers?: Record<string, string>;
  body?: Answer;
}

/**
 * One REST operation: its name, its schemas and its handler. Method, path and permission come from
 * `PERMISSIONS` by the operation's name; the OpenAPI document is made of the same schemas.
 */
export interface Route<Body = unknown, Query = unknown, Answer = unknown> {
  operation: Operation;
  /** One line for the OpenAPI document. */
  summary: string;
  /** Schema of the JSON body; none is read where this is absent. */
  body?: z.ZodType<Body>;
  /** Schema of the query, whose values arrive as strings. */
  query?: z.ZodType<Query>;
  /** Schema of the answer; absent where there is no body (204). */
  answer?: z.ZodType<Answer>;
  /** Status of a good answer: 200 where absent, 204 where there is no `answer`. */
  status?: number;
  handle(call: Call<Body, Query>): Reply<Answer> | Promise<Reply<Answer>>;
}

/**
 * Checks one route against its own schemas and hands it back in the shape that a list of routes has.
 *
 * @example
 * route({ operation: "ping", summary: "Is it there?", answer: PingAnswer, handle: () => ({ body: … }) });
 */
export function route<Body = undefined, Query = undefined, Answer = undefined>(
  definition: Route<Body, Query, Answer>,
): Route {
  return definition;
}
