import type { z } from "zod";
import { firstProblem } from "../../protocol/errors.ts";
import { parseSafely } from "../../protocol/parse_safely.ts";
import { Refusal } from "../../server/errors.ts";

/**
 * A value as its schema reads it, whichever way it came.
 *
 * @throws {Refusal} `invalid` with the field, `too_large` for a batch of too many events.
 */
export function requireValid<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = parseSafely(schema, value);
  if (parsed.success) return parsed.data;
  const { path, message } = firstProblem(parsed.error);
  const isTooMany = parsed.error.issues.some((issue) => issue.code === "too_big" && issue.path.join(".") === "events");
  throw new Refusal(isTooMany ? "too_large" : "invalid", message, { path });
}
