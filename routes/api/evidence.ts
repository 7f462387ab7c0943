import { EvidenceKeys } from "../../protocol/evidence.ts";
import type { Services } from "../../server/services.ts";
import { type RestRoute, route } from "../edge/route.ts";

/** What receipts and exports are checked with. */
export function evidenceRoutes({ attempts }: Services): RestRoute[] {
  return [
    route({
      operation: "evidence_keys",
      summary: "The keys that this server signs receipts and exports with",
      answer: EvidenceKeys,
      handle: () => ({ body: { keys: [attempts.signer.key] } }),
    }),
  ];
}
