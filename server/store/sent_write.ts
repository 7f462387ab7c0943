import { z } from "zod";
import type { Write } from "./mutation.ts";

/** A {@link Write} as it travels to the instance that writes an attempt: key and value are of JSON's types. */
export const SentWrite: z.ZodType<Write> = z.object({
  kind: z.literal("set"),
  key: z.array(z.union([z.string(), z.number()])).min(1),
  value: z.unknown(),
  bytes: z.number(),
});
