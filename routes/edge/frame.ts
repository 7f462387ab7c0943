import type { Framing } from "./policy.ts";

/**
 * Headers that say in whose pages an answer may be shown: nobody's, or those of the pages that exams are embedded in.
 *
 * @param policy The content security policy without its `frame-ancestors`.
 */
export function frameHeaders(
  framing: Framing,
  embedOrigins: ReadonlySet<string>,
  policy: string,
): Record<string, string> {
  if (framing === "nobody" || embedOrigins.size === 0) {
    return { "content-security-policy": `${policy}; frame-ancestors 'none'`, "x-frame-options": "DENY" };
  }
  // `X-Frame-Options` knows no list, and browsers that know `frame-ancestors` do not need it.
  return { "content-security-policy": `${policy}; frame-ancestors ${[...embedOrigins].join(" ")}` };
}
