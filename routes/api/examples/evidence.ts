import type { z } from "zod";
import type { EvidenceLinkBody, OpenEvidenceBody } from "../../../protocol/evidence_link.ts";
import type { StatementBody } from "../../../protocol/review.ts";
import type { ExampleGroup } from "./example.ts";

export const EVIDENCE: ExampleGroup = {
  tag: "evidence",
  title: "Evidence",
  lead: "What a student sees of their own attempt once it is over, says to it, and takes away signed.",
  examples: [
    {
      operation: "make_evidence_link",
      body: { days: 14 } satisfies z.input<typeof EvidenceLinkBody>,
      keeps: { link_id: "link.link_id", secret: "secret" },
    },
    {
      operation: "open_evidence",
      body: { secret: "{secret}" } satisfies z.input<typeof OpenEvidenceBody>,
      keeps: { evidence_token: "token" },
    },
    { operation: "list_evidence_links" },
    { operation: "get_evidence", as: "evidence_token" },
    { operation: "get_evidence_replay", as: "evidence_token" },
    { operation: "get_proof", as: "evidence_token" },
    {
      operation: "make_statement",
      as: "evidence_token",
      body: { text: "My phone rang, and I switched it off.", t: 4_000 } satisfies z.input<typeof StatementBody>,
    },
    { operation: "list_statements", as: "evidence_token" },
    { operation: "revoke_evidence_link" },
    { operation: "evidence_keys" },
  ],
};
