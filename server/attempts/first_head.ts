import type { AttemptHead, RiskSummary } from "../store/attempt_record.ts";

/** Risk of an attempt without any event. */
const NO_RISK: RiskSummary = { risk: 0, level: "low", peak: 0, reasons: [], insufficient: true };

/**
 * The head of an attempt of which nothing but its first entry is there.
 *
 * @param end The log's end.
 * @param waiting Where it waits for a proctor; null where it has begun.
 */
export function firstHead(
  instance: string,
  deadline: number,
  end: { n: number; chain: string },
  waiting: AttemptHead["waiting"] | null,
): AttemptHead {
  return {
    ...(waiting ? { state: "waiting", waiting } : { state: "active" }),
    deadline,
    n: end.n,
    chain: end.chain,
    lastSeq: 0,
    lastHash: null,
    lastT: 0,
    clockOffset: null,
    stoppedAt: null,
    breakUntil: null,
    accommodations: null,
    endedBy: null,
    endedAt: null,
    lastSeen: 0,
    risk: NO_RISK,
    openFlags: 0,
    question: null,
    answered: 0,
    isHundredHandled: false,
    writer: { instance, epoch: 1 },
  };
}
