/**
 * Content security policy of every answer: scripts, styles, fonts and connections of this server and nothing else, no
 * inline script or style. Nobody may show it in a frame: exams are watched in pages of others, never framed there.
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

/** Of what people gave us to show: it draws, and nothing else. */
const INERT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

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

/** What the page or file of an answer is, as far as its headers say more or less for it. */
interface Content {
  /** Nothing of it runs, loads or is scripted: a picture of somebody's. */
  isInert?: boolean;
  /** Lets style elements in that carry it: a page's code editor makes its own. Random, and another one each time. */
  styleNonce?: string;
}

/** Headers of every answer, pages and API alike, whatever its kind. */
export function securityHeaders({ isInert = false, styleNonce }: Content = {}): Record<string, string> {
  const policy = styleNonce === undefined
    ? CONTENT_SECURITY_POLICY
    : CONTENT_SECURITY_POLICY.replace("style-src 'self'", `style-src 'self' 'nonce-${styleNonce}'`);
  return {
    "content-security-policy": `${isInert ? INERT_POLICY : policy}; frame-ancestors 'none'`,
    "x-frame-options": "DENY",
    "permissions-policy": PERMISSIONS_POLICY,
    "strict-transport-security": "max-age=63072000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}
