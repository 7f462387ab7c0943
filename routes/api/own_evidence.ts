import { z } from "zod";
import {
  EvidenceLink,
  EvidenceLinkBody,
  MadeEvidenceLink,
  OpenedEvidence,
  OpenEvidenceBody,
} from "../../protocol/evidence_link.ts";
import { OwnEvidence } from "../../protocol/own_evidence.ts";
import { ReplayPage, ReplayQuery } from "../../protocol/replay.ts";
import { isRiskShown } from "../../server/attempts/shown_risk.ts";
import { hasLog } from "../../server/attempts/has_log.ts";
import { actorOf } from "../../server/audit/audit_log.ts";
import { RateLimiter } from "../../server/auth/rate_limiter.ts";
import { makeProof } from "../../server/delivery/make_proof.ts";
import { Refusal } from "../../server/errors.ts";
import { ownEvidence, shownAttempt } from "../../server/review/own_evidence.ts";
import { replayPage } from "../../server/review/replay_page.ts";
import type { Services } from "../../server/services.ts";
import { NDJSON_TYPE } from "../edge/file_types.ts";
import { type RestRoute, route } from "../edge/route.ts";
import { readAttemptId } from "./own_attempt_id.ts";
import { speechFor } from "./spoken.ts";

/** How often one student may read a page of the own log. */
const PAGES = { perMinute: 30, burst: 60 };

/** How often one student may take the account of it all: it is read from the first entry on, each time. */
const PROOFS = { perMinute: 2, burst: 10 };

/** The evidence of an attempt for its own student, and the links by which staff let them in. */
export function ownEvidenceRoutes({ attempts, auth, now }: Services): RestRoute[] {
  const links = auth.evidenceLinks;
  const limiter = new RateLimiter(PAGES);
  const proofLimiter = new RateLimiter(PROOFS);

  const list = route({
    operation: "list_evidence_links",
    summary: "Links by which an attempt's student reads its evidence, those that open it",
    answer: z.array(EvidenceLink),
    handle: async ({ params }) => ({ body: await links.list(params.attempt_id) }),
  });

  const make = route({
    operation: "make_evidence_link",
    summary: "Make a link by which an attempt's student reads its evidence without an account",
    body: EvidenceLinkBody,
    answer: MadeEvidenceLink,
    status: 201,
    async handle({ principal, params: { exam_id: examId, attempt_id: attemptId }, body, address, requestId }) {
      await shownAttempt(attempts, attemptId);
      const actor = actorOf(principal, address, requestId);
      return { body: await links.make({ attemptId, examId, days: body.days, actor }) };
    },
  });

  const revoke = route({
    operation: "revoke_evidence_link",
    summary: "Make a link to an attempt's evidence open nothing any more",
    async handle({ principal, params, address, requestId }) {
      const place = { attemptId: params.attempt_id, linkId: params.link_id };
      await links.revoke(place, actorOf(principal, address, requestId));
      return {};
    },
  });

  const open = route({
    operation: "open_evidence",
    summary: "Exchange the secret of a link for a token that reads one attempt's evidence",
    body: OpenEvidenceBody,
    answer: OpenedEvidence,
    async handle({ principal, body, address, requestId }) {
      return { body: await links.open(body.secret, actorOf(principal, address, requestId)) };
    },
  });

  const evidence = route({
    operation: "get_evidence",
    summary: "The evidence of the own attempt once it is over, in plain words",
    answer: OwnEvidence,
    async handle({ principal, request }) {
      return { body: await ownEvidence(attempts, readAttemptId(principal), speechFor(request)) };
    },
  });

  const replay = route({
    operation: "get_evidence_replay",
    summary: "A page of how the own answers came to be, step by step",
    query: ReplayQuery,
    answer: ReplayPage,
    async handle({ principal, query }) {
      const attemptId = readAttemptId(principal);
      limiter.require(attemptId, now());
      const { attempt } = await shownAttempt(attempts, attemptId);
      if (!hasLog(attempt)) throw new Refusal("wrong_state", "answers_removed");
      return { body: await replayPage(attempts, attempt, query.after) };
    },
  });

  const proof = route({
    operation: "get_proof",
    summary: "A signed account of how the own answers came to be, for anybody to check",
    async handle({ principal }) {
      const attemptId = readAttemptId(principal);
      proofLimiter.require(attemptId, now());
      const { attempt } = await shownAttempt(attempts, attemptId);
      if (!isRiskShown(attempt)) throw new Refusal("forbidden", "no_proof_without_risk");
      if (!hasLog(attempt)) throw new Refusal("wrong_state", "answers_removed");
      const { record, head, folded, exam } = attempt;
      const lines = makeProof(attempts, exam, attemptId, { record, head: { ...head }, folded });
      return {
        headers: {
          "content-disposition": `attachment; filename="invigil-${attemptId.replace(/[^\w-]/g, "_")}.ndjson"`,
        },
        file: { content: ReadableStream.from(lines), type: NDJSON_TYPE, isHashed: false },
      };
    },
  });

  return [list, make, revoke, open, evidence, replay, proof];
}
