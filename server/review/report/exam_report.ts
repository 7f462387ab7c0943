import type { AttemptAction } from "../../../protocol/attempt_detail.ts";
import type { Flag } from "../../../protocol/flag.ts";
import { ERROR_RATES } from "../../../scoring/error_rates.ts";
import { SCORER_VERSION } from "../../../scoring/fold.ts";
import type { Attempts } from "../../attempts/attempts.ts";
import type { StoredAttempt } from "../../store/attempt_record.ts";
import type { Exam } from "../../store/exam_store.ts";
import { flagQuestions, type Incidents, incidentsOf, lossesOf, signalFlags } from "../exam_incidents.ts";
import { type LastFold, lastFold } from "../last_fold.ts";
import { queuedAttempts } from "../review_queue.ts";
import { SharedReading } from "../shared_reading.ts";
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

/** What the report of an exam is made from. */
export type ExamReportOf = Awaited<ReturnType<typeof examReport>>;

/** Reports of exams. However many ask for one at a time, it is read once. */
export class ExamReports {
  readonly #attempts: Attempts;
  readonly #reading = new SharedReading<ExamReportOf>();

  constructor(attempts: Attempts) {
    this.#attempts = attempts;
  }

  /** @param newest The exam as it is now, whose policy counts. */
  of(newest: Exam): Promise<ExamReportOf> {
    return this.#reading.of(newest.examId, () => examReport(this.#attempts, newest));
  }
}

/**
 * Everything that the report of an exam says: its attempts, the highest peak first, and who handled what. It is made from the
 * attempts' heads, flags and last snapshots; at most the entries behind a snapshot are read.
 *
 * @param newest The exam as it is now, whose policy counts.
 */
export async function examReport(attempts: Attempts, newest: Exam) {
  const handled = new Map<string, Handled>();
  const [queue, all] = await Promise.all([
    queuedAttempts(attempts.stores, newest),
    attempts.stores.flags.ofExam(newest.examId),
  ]);
  const flags = Map.groupBy(all, ({ attempt_id }) => attempt_id);
  const incidents: Incidents[] = [];
  const rows = [];
  for (let from = 0; from < queue.length; from += AT_ONCE) {
    const some = queue.slice(from, from + AT_ONCE);
    const read = await Promise.all(some.map(({ stored }) => lastFold(attempts, stored)));
    for (const [index, { row, stored }] of some.entries()) {
      const last = read[index];
      if (last === null) continue;
      const own = flags.get(row.attempt_id) ?? [];
      countHandled(handled, row.attempt_id, last.held);
      incidents.push(incidentsOf(last.held, own));
      rows.push({ ...row, ...toldOf(stored, last, own) });
    }
  }
  return {
    exam: reportedExam(newest),
    madeAt: attempts.now(),
    rows,
    incidents: {
      flag_questions: flagQuestions(incidents, newest.document.questions.map(({ id }) => id)),
      signal_flags: signalFlags(incidents),
      losses: lossesOf(incidents),
    },
    handled: [...handled].map(([by, { attempts, ...counts }]) => ({ by, ...counts, attempts: attempts.size }))
      .sort((a, b) => a.by.localeCompare(b.by)),
    errorRates: ERROR_RATES,
    key: attempts.signer.key,
  };
}

function toldOf({ record }: StoredAttempt, { head, held }: LastFold, flags: readonly Flag[]) {
  const inState = (state: Flag["state"]) => flags.filter((flag) => flag.state === state).length;
  return {
    startedAt: record.startedAt,
    // Before the first entry nothing is scored yet.
    scorerVersion: held.report?.scorer_version ?? SCORER_VERSION,
    verdicts: held.verdicts?.length ?? 0,
    confirmed: inState("confirmed"),
    dismissed: inState("dismissed"),
    n: head.n,
    chain: head.chain,
  };
}

function countHandled(handled: Map<string, Handled>, attemptId: string, held: LastFold["held"]): void {
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
  for (const { kind, by } of held.actions) count(by, COLUMN_OF[kind] ?? "interventions");
  for (const { by } of held.verdicts ?? []) count(by, "verdicts");
}
