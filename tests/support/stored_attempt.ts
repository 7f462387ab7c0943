import { Accommodations } from "../../protocol/exam.ts";
import { firstHead } from "../../server/attempts/first_head.ts";
import { EMPTY_CHAIN } from "../../server/log/entry.ts";
import type { AttemptHead, AttemptRecord } from "../../server/store/attempt_record.ts";

/** A record as the store keeps it. */
export function recordOf(attemptId: string, fields: Partial<AttemptRecord> = {}): AttemptRecord {
  return {
    attemptId,
    examId: "exam",
    student: { name: `Student of ${attemptId}` },
    startedAt: 1_800_000_000_000,
    accommodations: Accommodations.parse({}),
    consent: null,
    tokenHash: `token-of-${attemptId}`,
    rosterHash: null,
    ...fields,
  };
}

/** A head as the store keeps it: of an attempt that has just begun. */
export function headOf(fields: Partial<AttemptHead> = {}): AttemptHead {
  return { ...firstHead("one", 1_800_003_600_000, EMPTY_CHAIN, null), ...fields };
}
