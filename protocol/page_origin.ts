import { z } from "zod";

/** Pages of other sites in which one exam may be watched, at most. */
export const MAX_EMBED_ORIGINS = 20;

/**
 * Origin of a page that is not ours, as browsers write it: scheme, host and port, nothing behind it. Over plain http only on
 * the machine itself.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 *
 * assert.equal(PageOrigin.safeParse("https://quiz.example.org").success, true);
 * assert.equal(PageOrigin.safeParse("https://quiz.example.org/cats").success, false);
 * ```
 */
export const PageOrigin = z.string().max(200).refine(isPageOrigin, "page_origin");

function isPageOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, origin } = new URL(text);
  const isHere = hostname === "localhost" || hostname === "127.0.0.1";
  return origin === text && (protocol === "https:" || (protocol === "http:" && isHere));
}

/**
 * Origin of the browser extension: its id follows from the key in its manifest, in Chrome and in Edge.
 * tests/browser/extension_test.ts holds the two together.
 */
export const EXTENSION_ORIGIN = "chrome-extension://oglfampgoneiagidjngmjgffmelblnfn";
