import { Buffer } from "node:buffer";
import { Refusal } from "../../server/errors.ts";

/** Bytes of a `Sec-WebSocket-Key` (RFC 6455, 4.1), in base64. */
const KEY = /^[A-Za-z0-9+/]{22}==$/;
const KEY_BYTES = 16;

/** The one version that there is. */
const VERSION = "13";

/**
 * A request that can become a socket: what RFC 6455, 4.2.1 asks of a client's opening. Looked at before anything is
 * taken for it.
 *
 * @throws {Refusal} `bad_request`
 */
export function requireUpgrade({ method, headers }: Request): void {
  const key = headers.get("sec-websocket-key") ?? "";
  const isUpgrade = method === "GET" && names(headers, "upgrade", "websocket") &&
    names(headers, "connection", "upgrade") && headers.get("sec-websocket-version") === VERSION &&
    KEY.test(key) && Buffer.from(key, "base64").length === KEY_BYTES && !hasBody(headers);
  if (!isUpgrade) throw new Refusal("bad_request", "not_upgrade");
}

/** Whether bytes of a body follow, which would be read as frames. */
function hasBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || (headers.get("content-length") ?? "0") !== "0";
}

/** Whether a header, a list, names a token, in whatever case. */
function names(headers: Headers, name: string, token: string): boolean {
  return (headers.get(name) ?? "").split(",").some((part) => part.trim().toLowerCase() === token);
}
