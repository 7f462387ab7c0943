import { z } from "zod";

/** A reviewer's closing word on an attempt. `not_reviewed` takes back what was said before. */
export const VerdictWord = z.enum(["satisfactory", "suspicious", "violation", "not_reviewed"]);
export type VerdictWord = z.infer<typeof VerdictWord>;
