import { Accommodations } from "../../protocol/exam.ts";

/** What a student has whom nothing was granted. */
export const NO_ACCOMMODATIONS: Accommodations = Accommodations.parse({});
