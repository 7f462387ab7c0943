/**
 * Why a socket was closed: one number, one name, one meaning. The reason phrase of the close frame is
 * the error's `code` of {@link ./errors.ts}, so that a log line reads without this table.
 */
export const CloseCode = {
  /** The server is going away or its store is not answering: reconnect with back-off. */
  come_back: 4503,
  /** Not JSON, or not an object with a `type`. */
  bad_request: 4400,
  /** No `hello`, or a token that opens nothing. Do not reconnect by yourself. */
  unauthorized: 4401,
  /** A valid token that does not open this exam. */
  forbidden: 4403,
  /** The exam or attempt is not there. */
  not_found: 4404,
  /** No `hello` in time, or no heartbeat. Reconnect. */
  timeout: 4408,
  /** A newer connection serves this attempt. Do not reconnect by yourself. */
  taken_over: 4409,
  /** The attempt is over: submitted, terminated, or past its grace. Do not reconnect. */
  finished: 4410,
  /** Larger than the protocol's limits. */
  too_large: 4413,
  /** A binary message; the protocol is JSON text. */
  unsupported: 4415,
  /** JSON, but not a message of the protocol; the reason carries the field's path. */
  invalid: 4422,
  /** Events run backwards further than the protocol allows. */
  out_of_order: 4425,
  /** Another protocol version: reload the page. */
  protocol_version: 4426,
  /** Over the message rate for too long. */
  rate_limited: 4429,
} as const;

/** Name of a close code. */
export type CloseReason = keyof typeof CloseCode;

/** Codes after which a client reconnects by itself; after any other one it says why and waits for a person. */
const RECONNECT_AFTER: ReadonlySet<number> = new Set([
  CloseCode.come_back,
  CloseCode.timeout,
  CloseCode.rate_limited,
]);

/**
 * Whether a client may reconnect by itself after a socket closed with `code`.
 *
 * Codes below 4000 are the network's or the browser's (1001, 1006…): the connection broke, nobody refused it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(mayReconnect(1006), true);
 * assert.equal(mayReconnect(CloseCode.taken_over), false);
 * ```
 */
export function mayReconnect(code: number): boolean {
  return code < 4000 || RECONNECT_AFTER.has(code);
}
