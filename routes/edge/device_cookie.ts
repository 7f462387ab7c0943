import type { Device, Devices } from "../../server/auth/devices.ts";
import { ownCookie, readCookie } from "./cookies.ts";
import type { RequestOrigin } from "./origin.ts";
import type { CookieUse } from "./policy.ts";

/** Name of the cookie by which a browser is known again. */
const DEVICE_COOKIE = "invigil_device";

/** How long a browser is known, ms: the days of an exam period. */
const KNOWN_FOR_MS = 30 * 24 * 3_600_000;

/** The browser that a request comes from, where it is known and its cookies count; null for any other and for machines. */
export function deviceOf(
  request: Request,
  use: CookieUse,
  origin: RequestOrigin,
  devices: Devices,
): Device | null {
  const token = use === "ignored" || origin !== "own" ? null : readCookie(request, DEVICE_COOKIE);
  return token === null ? null : devices.known(token);
}

/** `Set-Cookie` for a browser's token, see `server/auth/devices.ts`. */
export function deviceCookie(token: string, isSecure: boolean): string {
  return ownCookie(DEVICE_COOKIE, token, KNOWN_FOR_MS, isSecure);
}
