import { z } from "zod";
import { RiskLevel } from "./risk.ts";

/** Of an answer that a student gets, too. */
export const HIDDEN = "null for the student while the exam's policy does not show them their risk (`show_risk`)";

export const ownScore = z.number().min(0).max(100).nullable().describe(HIDDEN);
export const ownLevel = RiskLevel.nullable().describe(HIDDEN);
