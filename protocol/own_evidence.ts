import { z } from "zod";
import { AttemptAction } from "./attempt_detail.ts";
import { AttemptState, KnownStudent, LanguageTag } from "./exam.ts";
import { RiskReport } from "./risk.ts";
import { SpokenReason } from "./spoken.ts";

const instant = z.number().describe("Server time, ms since 1970");

/** A moment that a rule or a person marked, as its student is told: without who, and without staff's own words. */
export const OwnFlag = z.strictObject({
  t: z.number().describe("Attempt time, ms"),
  note: z.string().describe("What the rule says, in words; empty where a person marked it"),
});
export type OwnFlag = z.infer<typeof OwnFlag>;

/** What was scored of an attempt, as its student is told. */
export const OwnRiskEvidence = z.strictObject({
  report: RiskReport,
  reasons: z.array(SpokenReason).describe("In the second person"),
  not_comparable: z.array(z.string()).describe("As in the staff's own view of the attempt"),
  timeline: z.array(z.tuple([z.number(), z.number()])).describe("[attempt time ms, risk], oldest first"),
  flags: z.array(OwnFlag),
});
export type OwnRiskEvidence = z.infer<typeof OwnRiskEvidence>;

/** `GET /api/evidence`: an attempt that is over, as its own student may see it. */
export const OwnEvidence = z.strictObject({
  attempt_id: z.string(),
  exam: z.strictObject({ title: z.string(), language: LanguageTag.optional() }),
  student: KnownStudent,
  state: AttemptState,
  started_at: instant,
  ended_at: instant.nullable(),
  receipt: z.string(),
  risk: OwnRiskEvidence.nullable().describe("null where the exam shows its students no risk"),
  actions: z.array(AttemptAction).describe("What was done to the attempt; whose account did it is not told"),
  has_log: z.boolean().describe("False once the events were removed: then there is neither replay nor account of them"),
  has_proof: z.boolean().describe("Whether a signed account of it can be taken away"),
  takes_statements: z.boolean(),
});
export type OwnEvidence = z.infer<typeof OwnEvidence>;
