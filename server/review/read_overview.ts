import type { ExamOverview } from "../../protocol/exam_overview.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Flag } from "../../protocol/flag.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import type { Attempts } from "../attempts/attempts.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { FlagStore } from "../store/flag_store.ts";
import { incidentsOf } from "./exam_incidents.ts";
import { examOverview, type OverAttempt, writtenIn } from "./exam_overview.ts";
import { type LastFold, lastFold } from "./last_fold.ts";
import { standingReview } from "../exams/review_state.ts";
import { SharedReading } from "./shared_reading.ts";

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** Overviews of exams. However many ask for one at a time, it is read once. */
export class Overviews {
  readonly #attempts: Attempts;
  readonly #flags: FlagStore;
  readonly #reading = new SharedReading<ExamOverview>();

  constructor(attempts: Attempts, flags: FlagStore) {
    this.#attempts = attempts;
    this.#flags = flags;
  }

  /** @param newest The exam as it is now, whose policy and questions count. */
  of(newest: Exam): Promise<ExamOverview> {
    return this.#reading.of(newest.examId, () => this.#read(newest));
  }

  async #read(newest: Exam): Promise<ExamOverview> {
    const { examId, document } = newest;
    const { examAttempts, attempts } = this.#attempts.stores;
    const all = (await attempts.getMany(await Array.fromAsync(examAttempts.list(examId))))
      .filter(({ head }) => head.isRemoved !== true);
    const stored = all.filter(({ head }) => isOver(head.state));
    const flags = Map.groupBy(await this.#flags.ofExam(examId), ({ attempt_id }) => attempt_id);
    const over: OverAttempt[] = [];
    for (let first = 0; first < stored.length; first += AT_ONCE) {
      const some = stored.slice(first, first + AT_ONCE);
      const read = await Promise.all(some.map((one) => lastFold(this.#attempts, one)));
      some.forEach((one, index) => {
        const last = read[index];
        if (last !== null) over.push(overOf(one, last, flags.get(one.record.attemptId) ?? [], newest));
      });
    }
    return examOverview(over, {
      underWay: all.length - stored.length,
      questions: document.questions.map(({ id }) => id),
      signals: SIGNALS.map(({ name }) => name),
    });
  }
}

function overOf({ record }: StoredAttempt, last: LastFold, flags: readonly Flag[], newest: Exam): OverAttempt {
  const { head, held: { report, times, verdicts, answers } } = last;
  const { verdict, state } = standingReview(head, newest);
  const word = state === "done" ? verdict : null;
  return {
    peak: head.risk.peak,
    endedBy: head.endedBy,
    isTakenOver: (record.takeovers ?? []).length > 0,
    ...incidentsOf(last.held, flags),
    contributions: report?.contributions ?? [],
    verdict: word === null ? null : { word, reasons: verdicts?.at(-1)?.reasons ?? [] },
    times: times === undefined ? null : new Map(times.inView),
    // Answers go with the events, as the times do.
    written: times === undefined && Object.keys(answers).length === 0 ? null : writtenIn(answers),
  };
}
