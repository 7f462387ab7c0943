import { fieldOf } from "../link/reader.ts";

/** The server refused a call, or was not reached. */
export class RefusedCall extends Error {
  /** The protocol's error code, or `unreachable`. */
  readonly code: string;

  /** @param message The server's own words, where it gave some. */
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** A call without an answer for this long is given up, in ms. */
const ANSWER_WITHIN_MS = 8_000;

/** How a call is made. */
interface Call {
  token?: string;
  body?: unknown;
  /** The language in which the server is to say why it refuses. */
  language: string;
}

/**
 * Calls an exam server from a page that is not its own.
 *
 * @param server Its origin.
 * @returns Parsed JSON, not checked yet.
 * @throws {RefusedCall} `unreachable` where there is no answer that this page may read: no network, no server, or one that does not
 * let pages of this origin in.
 */
export async function callServer(server: string, path: string, { token, body, language }: Call): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(new URL(path, server), {
      method: body === undefined ? "GET" : "POST",
      headers: {
        accept: "application/json",
        "accept-language": language,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      credentials: "omit",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
  } catch {
    throw new RefusedCall("unreachable", "");
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  const error = fieldOf(answer, "error");
  throw new RefusedCall(
    String(fieldOf(error, "code") ?? "internal"),
    String(fieldOf(error, "message") ?? response.status),
  );
}
