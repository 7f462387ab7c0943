import { frameHeaders } from "./frame.ts";
import type { Framing } from "./policy.ts";

/**
 * Content security policy of every answer: scripts, styles, fonts and connections of this server and nothing else, no
 * inline script or style. Who may frame it, the route's policy says.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

/** Browser features that no page needs; the ones an exam uses are allowed to itself. */
const PERMISSIONS_POLICY = [
  "camera=()",
  "microphone=()",
  "geolocation=()",
  "payment=()",
  "usb=()",
  "display-capture=()",
  "browsing-topics=()",
  "fullscreen=(self)",
  "window-management=(self)",
].join(", ");

/** Headers of every answer, pages and API alike, whatever its kind. */
export function securityHeaders(framing: Framing, embedOrigins: ReadonlySet<string>): Record<string, string> {
  return {
    ...frameHeaders(framing, embedOrigins, CONTENT_SECURITY_POLICY),
    "permissions-policy": PERMISSIONS_POLICY,
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}
