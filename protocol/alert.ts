import { z } from "zod";
import { RiskLevel } from "./risk.ts";

/** What an alert says: a key of `words/en/alert_texts.ts`. */
export const AlertCode = z.enum([
  "risk_high",
  "hundred_submitted",
  "hundred_locked",
  "hundred_unattended",
  "hundred_alert_only",
  "token_reused",
  "takeovers",
  "flagged",
  "called",
  "join_burst",
  "same_name",
  "number_reused",
  "listed",
]);
export type AlertCode = z.infer<typeof AlertCode>;

/** What a proctor must see now. Stored until somebody handles it. */
export const Alert = z.strictObject({
  type: z.literal("alert"),
  alert_id: z.string().min(1).max(200).describe(
    "What it is about, its code, and its time: a newer one takes its place",
  ),
  kind: z.enum(["high_risk_alert", "token_reused", "takeovers", "flag", "call", "joins"]),
  attempt_id: z.string().nullable().describe("Null for an alert about the exam"),
  name: z.string().nullable().describe("Null for an alert about the exam"),
  risk: z.number(),
  level: RiskLevel,
  code: AlertCode,
  by: z.string().optional().describe("Who flagged, where somebody did"),
  text: z.string().optional().describe("What a student wrote who asked for a proctor"),
  count: z.int().optional().describe("How many joined, or sit under one name"),
  since: z.number().optional().describe("Since when they joined, ms since 1970"),
  at: z.number(),
});
export type Alert = z.infer<typeof Alert>;

/** Open alerts that a room sends at once, at most: the newest. */
export const MOST_ALERTS_SENT = 200;

/** Codes that say how one thing goes on: the newest of them is what there is to see. */
const TOPICS: Partial<Record<AlertCode, string>> = {
  risk_high: "risk",
  hundred_submitted: "risk",
  hundred_locked: "risk",
  hundred_unattended: "risk",
  hundred_alert_only: "risk",
};

/** An alert's id. @param subject An attempt, or what else the alert is about. */
export function alertId(subject: string, code: AlertCode, at: number): string {
  return `${subject}.${TOPICS[code] ?? code}.${at}`;
}

/** What an alert is about and says: a newer one of the same takes its place. */
export function alertTopic(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf(".")));
}
