/** What came of a REST call. */
export interface RestAnswer {
  /** 0 where there was no answer. */
  status: number;
  /** Parsed JSON, not checked yet; null where there was none. */
  body: unknown;
  /** How long the server asks to wait, ms; null where it does not. */
  retryAfterMs: number | null;
}

/** Makes a REST call to the exam server. Never throws. */
export type RestCall = (path: string, token: string, body?: unknown) => Promise<RestAnswer>;

/** A call without an answer for this long is given up, in ms. */
const ANSWER_WITHIN_MS = 6_000;

/** A request may outlive its page up to this size, in bytes (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch). */
const KEEPALIVE_BYTES = 60_000;

/** REST calls of a page. @param base The server's address. */
export function browserCall(base: string): RestCall {
  return async (path, token, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    try {
      const response = await fetch(new URL(path, base), {
        method: text === undefined ? "GET" : "POST",
        headers: {
          accept: "application/json",
          authorization: `Bearer ${token}`,
          ...(text !== undefined && { "content-type": "application/json" }),
        },
        body: text,
        cache: "no-store",
        keepalive: text !== undefined && text.length < KEEPALIVE_BYTES,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      const seconds = Number(response.headers.get("retry-after") ?? NaN);
      const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : null;
      return { status: response.status, body: await response.json().catch(() => null), retryAfterMs };
    } catch {
      return { status: 0, body: null, retryAfterMs: null };
    }
  };
}
