import { z } from "zod";

const instant = z.number().describe("Server time, ms since 1970");

/** Days that a link to an attempt's evidence opens it, at most. */
export const MAX_LINK_DAYS = 90;

/** Links to one attempt's evidence at a time. */
export const MAX_EVIDENCE_LINKS = 10;

/** A link by which a student reads the evidence of their own attempt without an account. Its secret is not in it. */
export const EvidenceLink = z.strictObject({
  link_id: z.string(),
  made_at: instant,
  made_by: z.string().describe("A staff account"),
  expires_at: instant,
  opened_at: instant.nullable().describe("When it was opened last; null for never"),
});
export type EvidenceLink = z.infer<typeof EvidenceLink>;

/** `POST …/attempts/{attempt_id}/evidence_links` */
export const EvidenceLinkBody = z.strictObject({
  days: z.int().min(1).max(MAX_LINK_DAYS).default(14).describe("How long it opens the evidence"),
});
export type EvidenceLinkBody = z.infer<typeof EvidenceLinkBody>;

/** A link that was just made: the only moment at which its secret is known. */
export const MadeEvidenceLink = z.strictObject({
  link: EvidenceLink,
  secret: z.string().describe("Stands behind the `#` of the address, `/evidence#…`, and so in no log of any server"),
});
export type MadeEvidenceLink = z.infer<typeof MadeEvidenceLink>;

/** `POST /api/evidence`: the secret out of a link. */
export const OpenEvidenceBody = z.strictObject({ secret: z.string().min(1).max(200) });

/** What the secret is exchanged for. */
export const OpenedEvidence = z.strictObject({
  token: z.string().describe("A bearer that reads this attempt's evidence, and takes the student's statement"),
  expires_at: instant,
});
export type OpenedEvidence = z.infer<typeof OpenedEvidence>;
