/** A host of plain labels or an address: no wildcard, which browsers take for every site. */
const HOST = /^([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/;

/**
 * Whether a text is an origin as browsers write it: scheme, host and port, nothing behind it. Over plain http only on the machine
 * itself. Without zod, for the browser extension.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(isPageOrigin("https://quiz.example.org"), true);
 * assert.equal(isPageOrigin("https://quiz.example.org/cats"), false);
 * assert.equal(isPageOrigin("https://*"), false);
 * ```
 */
export function isPageOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  return origin === text && HOST.test(hostname) &&
    (protocol === "https:" || (protocol === "http:" && isLoopback(hostname)));
}

/** Whether a host is the machine itself, as far as a browser knows. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}
