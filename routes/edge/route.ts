import type { z } from "zod";
import type { Principal } from "../../server/auth/decide.ts";
import type { Operation } from "../../server/auth/permissions.ts";
import type { Device } from "../../server/auth/devices.ts";
import type { Words } from "../../words/words.ts";

/** What a handler is given: who asks, already permitted, and what, already parsed. */
export interface Call<Body = unknown, Query = unknown> {
  principal: Principal;
  body: Body;
  /** Placeholders of the path, by name. */
  params: Readonly<Record<string, string>>;
  query: Query;
  /** For its address and headers; its body has been read. */
  request: Request;
  /** Network address of the caller, see `server/auth/client_address.ts`. */
  address: string;
  requestId: string;
  /** Whether a page of ours asks, and may keep a cookie. */
  isOwnPage: boolean;
  /** Origin of the page of another site that asks, see {@link ./origin.ts}; null for ours and for machines. */
  embedder: string | null;
  /** Of the language that is asked for. */
  words: Words;
  /** The browser that asks, where it is known from before and its cookies count. */
  device(): Device | null;
  /** Scheme and host by which browsers reach this server, as `https://exams.example`. */
  ownOrigin: string;
  /** Whether a cookie that is set here must be `Secure`. */
  mustBeSecure(): boolean;
}

/** A file as it is sent. */
export interface ServedFile {
  content: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  type: string;
  /** Whether its address changes with its content, so that a copy is good for ever. */
  isHashed: boolean;
  /** How its content is packed, where there is a packed copy: null for not at all. Absent where there never is one. */
  packed?: "gzip" | null;
}

/** Headers that a handler may add. All others follow from the policy. */
export interface ReplyHeaders {
  "set-cookie"?: string | readonly string[];
  "content-disposition"?: string;
  /** Of a file that came from somebody else: stricter than ours, never looser. */
  "content-security-policy"?: string;
}

/** What a handler answers: JSON, or nothing where there is no body; the route's `status` stands where none is given. */
export interface JsonReply<Answer> {
  status?: number;
  headers?: ReplyHeaders;
  body?: Answer;
}

/** A handler's page or file. */
type OtherReply =
  & { status?: number; headers?: ReplyHeaders }
  & ({ html: string; styleNonce?: string } | { file: ServedFile });

export type Reply<Answer = unknown> = JsonReply<Answer> | OtherReply;

/**
 * One operation over HTTP: its name, its schemas and its handler. By its name it has a row in `PERMISSIONS`, for its
 * method, path and who may call, and one in `POLICIES`, for what is let in and answered.
 */
export interface Route<Body = unknown, Query = unknown, Answer = unknown> {
  operation: Operation;
  /** Schema of the body as its policy reads it: parsed JSON, a text or bytes. */
  body?: z.ZodType<Body>;
  /**
   * Fields of the body that are taken as they were typed, sign by sign, seen or not: what is evidence, and what is only compared.
   * In all others a sign that nobody can see is refused.
   */
  asTyped?: readonly string[];
  /** Schema of the query, whose values arrive as strings. */
  query?: z.ZodType<Query>;
  /** Schema of a JSON answer. */
  answer?: z.ZodType<Answer>;
  /** Status of a good answer: 200 where absent, 204 where it is nothing. */
  status?: number;
  handle(call: Call<Body, Query>): Reply<Answer> | Promise<Reply<Answer>>;
}

/** A route that stands in the OpenAPI document. */
export interface RestRoute<Body = unknown, Query = unknown, Answer = unknown> extends Route<Body, Query, Answer> {
  /** One line for the document. */
  summary: string;
}

/**
 * Checks one route against its own schemas and hands it back in the shape that a list of routes has.
 *
 * @example
 * route({ operation: "ping", summary: "Is it there?", answer: PingAnswer, handle: () => ({ body: … }) });
 */
export function route<Body = undefined, Query = undefined, Answer = undefined>(
  definition: RestRoute<Body, Query, Answer>,
): RestRoute {
  return definition;
}
