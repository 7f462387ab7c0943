import { OpenedEvidence } from "../../protocol/evidence_link.ts";
import { OwnEvidence } from "../../protocol/own_evidence.ts";
import { ReplayPage } from "../../protocol/replay.ts";
import type { PageReader } from "../review/replay/replay_source.ts";
import type { JoinedAttempt } from "../student/joined_attempts.ts";
import { call, type FailedCall, type Outcome } from "../student/student_call.ts";
import { openStudentStorage } from "../student/student_storage.ts";

/** Under which this tab keeps what a link's secret was exchanged for. */
const KEPT = "invigil.evidence";

/** A secret behind the `#` of the address, which was sent to nobody; null for none. */
export function secretInAddress(): string | null {
  const secret = location.hash.slice(1);
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? secret : null;
}

/** How somebody comes to an attempt's evidence: by a link, by an attempt that was sat in this browser, or not at all. */
export type Way =
  | { kind: "link"; token: string; expiresAt: number }
  | { kind: "joined"; attempts: readonly JoinedAttempt[]; wanted: JoinedAttempt | null }
  | { kind: "refused"; failure: FailedCall };

/** Finds out how the page was come to. A secret is exchanged, and stands in no address that somebody may copy. */
export async function findWay(): Promise<Way> {
  const secret = secretInAddress();
  if (secret !== null) {
    history.replaceState(null, "", location.pathname + location.search);
    const opened = await call("/api/evidence", (value) => OpenedEvidence.parse(value), { body: { secret } });
    if (!opened.ok) return { kind: "refused", failure: opened.failure };
    keep(opened.value);
    return { kind: "link", token: opened.value.token, expiresAt: opened.value.expires_at };
  }
  const wanted = new URLSearchParams(location.search).get("attempt");
  const kept = wanted === null ? keptLink() : null;
  if (kept !== null) return { kind: "link", token: kept.token, expiresAt: kept.expires_at };
  const attempts = await (await openStudentStorage()).joined.list();
  const one = attempts.find(({ attemptId }) => attemptId === wanted) ?? (attempts.length === 1 ? attempts[0] : null);
  return { kind: "joined", attempts, wanted: one };
}

function keep(opened: OpenedEvidence): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(opened));
  } catch {
    // A reload asks for the link again.
  }
}

function keptLink(): OpenedEvidence | null {
  try {
    const opened = OpenedEvidence.safeParse(JSON.parse(sessionStorage.getItem(KEPT) ?? "null"));
    return opened.success && opened.data.expires_at > Date.now() ? opened.data : null;
  } catch {
    return null;
  }
}

/** The evidence of the attempt that a token opens. */
export function readEvidence(token: string): Promise<Outcome<OwnEvidence>> {
  return call("/api/evidence", (value) => OwnEvidence.parse(value), { token });
}

/** Reads pages of the own attempt's replay. */
export function ownPages(token: string): PageReader<FailedCall> {
  return async (after) => {
    const outcome = await call(`/api/evidence/replay?after=${after}`, (value) => ReplayPage.parse(value), { token });
    return outcome.ok ? outcome : { ok: false, error: outcome.failure };
  };
}
