import { hash } from "node:crypto";
import type { CapturedEvent } from "../../protocol/events.ts";

/** SHA-256 of bytes or of a text's UTF-8. */
export function sha256(content: string | Uint8Array, form: "hex" | "base64url"): string {
  return hash("sha256", content, form);
}

/** SHA-256 of bytes or of a text's UTF-8, in lower-case hex. */
export function sha256Hex(content: string | Uint8Array): string {
  return sha256(content, "hex");
}

/**
 * Hash that makes a resend recognisable: of the events' canonical JSON (RFC 8785).
 *
 * @param events As the schema parsed them: zod has put the keys in the schema's alphabetical order, so that
 * `JSON.stringify` writes the canonical form.
 */
export function eventsHash(events: readonly CapturedEvent[]): string {
  return sha256Hex(JSON.stringify(events));
}

/**
 * Canonical JSON (RFC 8785) of a value of JSON's types: object keys sorted by code unit, no white space.
 * For content addresses of values that no schema has ordered.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part) => {
    if (part === null || typeof part !== "object" || Array.isArray(part)) return part;
    const record = part as Record<string, unknown>;
    return Object.fromEntries(Object.keys(record).sort().map((key) => [key, record[key]]));
  });
}
