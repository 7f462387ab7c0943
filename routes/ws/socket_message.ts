import type { z } from "zod";
import { MAX_BATCH_BYTES, PROTOCOL_VERSION } from "../../protocol/limits.ts";
import { Refusal } from "../../server/errors.ts";
import { said } from "../../words/refusal.ts";
import { ENGLISH } from "../../words/languages.ts";
import { requireValid } from "../edge/require_valid.ts";

const encoder = new TextEncoder();

/** Of a message: what was typed into an answer is evidence. */
const AS_TYPED = ["events"];

/**
 * Text of a socket's message.
 *
 * @throws {Refusal} `unsupported` for a binary message, `too_large`.
 */
export function messageText(data: unknown): string {
  if (typeof data !== "string") throw new Refusal("unsupported", "not_binary");
  const isLarge = data.length > MAX_BATCH_BYTES ||
    (data.length * 3 > MAX_BATCH_BYTES && encoder.encode(data).length > MAX_BATCH_BYTES);
  if (isLarge) throw new Refusal("too_large", said("message_too_large", { bytes: MAX_BATCH_BYTES }));
  return data;
}

/**
 * Parses a message once, by its schema.
 *
 * @param quick Reads the common messages as the schema would, faster; null leaves a message to the schema.
 * @throws {Refusal} `bad_request` for what is not JSON, `too_large` for a batch of too many events, `invalid`.
 */
export function parseMessage<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  quick?: (value: unknown) => z.infer<Schema> | null,
): z.infer<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("bad_request", "message_not_json");
  }
  return quick?.(value) ?? requireValid(schema, value, ENGLISH, AS_TYPED);
}

/** @throws {Refusal} `protocol_version` unless it is ours. */
export function requireProtocol(version: number): void {
  if (version === PROTOCOL_VERSION) return;
  throw new Refusal("protocol_version", said("other_protocol", { ours: PROTOCOL_VERSION, theirs: version }));
}
