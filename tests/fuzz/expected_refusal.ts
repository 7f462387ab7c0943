import type { z } from "zod";
import type { CloseReason } from "../../protocol/close_codes.ts";
import { MAX_BATCH_BYTES } from "../../protocol/limits.ts";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { unseenIn } from "../../protocol/unseen_signs.ts";
import type { Wire } from "./mutate.ts";

/** What a socket's message must come to: closed for this reason, or taken as this message. */
export type Expected<Message> = { closed: CloseReason } | { message: Message };

/** Reads a message as the protocol's schema says, whatever shortcuts the server takes. */
export function expectedOf<Message>(schema: z.ZodType<Message>, wire: Wire): Expected<Message> {
  if (typeof wire !== "string") return { closed: "unsupported" };
  if (new TextEncoder().encode(wire).length > MAX_BATCH_BYTES) return { closed: "too_large" };
  let value: unknown;
  try {
    value = JSON.parse(wire);
  } catch {
    return { closed: "bad_request" };
  }
  const parsed = parseSafely(schema, value);
  if (parsed.success) {
    const { data } = parsed;
    const given: object = typeof data === "object" && data !== null ? { ...data, events: null } : {};
    return unseenIn(given) === null ? { message: data } : { closed: "invalid" };
  }
  const isTooMany = parsed.error.issues.some(({ code, path }) => code === "too_big" && path.join(".") === "events");
  return { closed: isTooMany ? "too_large" : "invalid" };
}
