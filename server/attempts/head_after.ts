import type { BatchEntry } from "../../protocol/log_entry.ts";
import type { RiskReport } from "../../protocol/risk.ts";
import type { ChainEnd } from "../log/entry.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { AttemptFold } from "./attempt_fold.ts";
import { byApiAfter } from "./by_api.ts";
import { watchedAfter } from "./captured_by.ts";
import { doWrite, isBlank } from "./is_blank.ts";
import { lateness } from "./lateness.ts";
import { nextTrend } from "./recent_trend.ts";
import { summarise } from "./risk_summary.ts";

/** A batch, and where its entry leaves the log. */
interface TakenBatch extends Pick<BatchEntry, "seq" | "events" | "received_at" | "handed_over_by"> {
  risk: number;
  end: ChainEnd;
  /** Of its events. */
  hash: string;
}

/**
 * The head behind a batch, but for what only the fold knows: see {@link withFolded}. A new object.
 *
 * @param before The head as of the entry before.
 */
export function headAfter(
  before: AttemptHead,
  { seq, events, received_at, handed_over_by, risk, end, hash }: TakenBatch,
): AttemptHead {
  const t = events[events.length - 1].t;
  const isByItself = handed_over_by === undefined;
  const arrival = lateness(before.clockOffset, received_at, t, received_at - before.lastSeen);
  return {
    ...before,
    n: end.n,
    chain: end.chain,
    lastSeq: seq,
    lastHash: hash,
    lastT: Math.max(before.lastT, t),
    clockOffset: isByItself ? arrival.clockOffset : before.clockOffset,
    lastSeen: isByItself ? received_at : before.lastSeen,
    trend: nextTrend(before.trend, received_at, risk),
    hasWritten: !isBlank(before) || doWrite(events),
    ...byApiAfter(before, events),
    ...watchedAfter(events),
  };
}

/** Puts into a head what the fold of the same log says. */
export function withFolded(
  head: AttemptHead,
  { sheet }: Pick<AttemptFold, "sheet">,
  report: RiskReport | null,
): AttemptHead {
  if (report !== null) head.risk = summarise(report);
  head.question = sheet.question;
  head.answered = sheet.answered;
  return head;
}
