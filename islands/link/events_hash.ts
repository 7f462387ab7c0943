import type { CapturedEvent } from "../../protocol/events.ts";

/**
 * SHA-256 (hex) of the canonical JSON of a batch's events, as `welcome.last_hash` carries it, or null where the
 * browser has no `crypto.subtle` (a page that is not served over HTTPS): then nothing is dropped unheard.
 *
 * Capture builds events with their fields in alphabetical order, so that `JSON.stringify` is canonical (RFC 8785).
 */
export async function eventsHash(events: readonly CapturedEvent[]): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return null;
  const digest = await subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(events)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
