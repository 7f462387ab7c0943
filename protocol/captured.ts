import { z } from "zod";
import { BatchEntry, ControlEntry, StoredRisk } from "./log_entry.ts";

const OwnBatch = BatchEntry.extend({
  report: StoredRisk.nullable().describe("null while the exam's policy does not show students their risk"),
});

/** An entry of a log as its student may see it. */
export const OwnEntry = z.discriminatedUnion("kind", [OwnBatch, ...ControlEntry.options]);
export type OwnEntry = z.infer<typeof OwnEntry>;

/** `GET /api/attempt/captured` */
export const CapturedAnswer = z.strictObject({
  attempt_id: z.string(),
  entries: z.array(OwnEntry).describe("Everything that was captured in the attempt, in its order"),
});
