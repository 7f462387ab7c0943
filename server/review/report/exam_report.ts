import type { AttemptAction } from "../../../protocol/attempt_detail.ts";
import type { SpokenFlag } from "../../../protocol/spoken.ts";
import { ERROR_RATES } from "../../../scoring/error_rates.ts";
import { type Attempts, type AttemptView, reportOf } from "../../attempts/attempts.ts";
import { Refusal } from "../../errors.ts";
import type { Exam } from "../../store/exam_store.ts";
import { reviewQueue } from "../review_queue.ts";
import { reportedExam } from "./reported_exam.ts";

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** Who did something to an attempt, when nobody of the staff did. */
const NOBODY: ReadonlySet<string> = new Set(["student", "system", "rule"]);

/** What somebody of the staff did to the attempts of an exam. */
interface Handled {
  verdicts: number;
  /** Decisions on flags, and flags raised. */
  flags: number;
  alerts: number;
  /** All else: messages, pauses, locks, extensions, ends. */
  interventions: number;
  attempts: Set<string>;
}

/** The reports' own names of what was done, by the column that counts it. */
const COLUMN_OF: Partial<Record<AttemptAction["kind"], "flags" | "alerts">> = {
  flag_raised: "flags",
  flag_decided: "flags",
  alert_handled: "alerts",
};

/**
 * Everything that the report of an exam says: its attempts, the highest peak first, and who handled what. It is made from the
 * attempts' heads and folds; of an attempt that is over no log is read.
 *
 * @param newest The exam as it is now, whose policy counts.
 */
export async function examReport(attempts: Attempts, newest: Exam) {
  const handled = new Map<string, Handled>();
  const queue = await reviewQueue(attempts.stores, newest);
  const rows = [];
  for (let from = 0; from < queue.length; from += AT_ONCE) {
    const part = await Promise.all(
      queue.slice(from, from + AT_ONCE).map(async (row) => {
        const read = await readAttempt(attempts, newest.examId, row.attempt_id);
        if (read === null) return [];
        countHandled(handled, read.view);
        return [{ ...row, ...read.told }];
      }),
    );
    rows.push(...part.flat());
  }
  return {
    exam: reportedExam(newest),
    madeAt: attempts.now(),
    rows,
    handled: [...handled].map(([by, { attempts, ...counts }]) => ({ by, ...counts, attempts: attempts.size }))
      .sort((a, b) => a.by.localeCompare(b.by)),
    errorRates: ERROR_RATES,
    key: attempts.signer.key,
  };
}

async function readAttempt(attempts: Attempts, examId: string, attemptId: string) {
  try {
    const view = await attempts.view(attemptId);
    const flags = await attempts.stores.flags.list(examId, attemptId);
    const inState = (state: SpokenFlag["state"]) => flags.filter((flag) => flag.state === state).length;
    return {
      view,
      told: {
        startedAt: view.record.startedAt,
        scorerVersion: reportOf(view).scorer_version,
        verdicts: view.folded.verdicts.length,
        confirmed: inState("confirmed"),
        dismissed: inState("dismissed"),
        n: view.head.n,
        chain: view.head.chain,
      },
    };
  } catch (error) {
    // It was erased since the queue was read.
    if (error instanceof Refusal && error.code === "not_found") return null;
    throw error;
  }
}

function countHandled(handled: Map<string, Handled>, { attemptId, folded }: AttemptView): void {
  const count = (by: string, column: Exclude<keyof Handled, "attempts">) => {
    if (NOBODY.has(by)) return;
    let of = handled.get(by);
    if (of === undefined) {
      of = { verdicts: 0, flags: 0, alerts: 0, interventions: 0, attempts: new Set() };
      handled.set(by, of);
    }
    of[column]++;
    of.attempts.add(attemptId);
  };
  for (const { kind, by } of folded.actions) count(by, COLUMN_OF[kind] ?? "interventions");
  for (const { by } of folded.verdicts) count(by, "verdicts");
}
