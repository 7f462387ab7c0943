import type { ExamOverview } from "../../protocol/exam_overview.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Flag } from "../../protocol/flag.ts";
import { SIGNALS } from "../../scoring/weights.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { Refusal } from "../errors.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { FlagStore } from "../store/flag_store.ts";
import { examOverview, type OverAttempt } from "./exam_overview.ts";
import { standingReview } from "./review_state.ts";

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** What is read of an attempt beside its head. */
type Read = Pick<OverAttempt, "contributions" | "times"> & { reasons: readonly string[] };

/** Overviews of exams. However many ask for one at a time, it is read once. */
export class Overviews {
  readonly #attempts: Attempts;
  readonly #flags: FlagStore;
  readonly #reading = new Map<string, Promise<ExamOverview>>();

  constructor(attempts: Attempts, flags: FlagStore) {
    this.#attempts = attempts;
    this.#flags = flags;
  }

  /** @param newest The exam as it is now, whose policy and questions count. */
  of(newest: Exam): Promise<ExamOverview> {
    const before = this.#reading.get(newest.examId);
    if (before !== undefined) return before;
    const reading = this.#read(newest).finally(() => this.#reading.delete(newest.examId));
    this.#reading.set(newest.examId, reading);
    return reading;
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
      const read = await Promise.all(some.map((one) => this.#summary(one)));
      some.forEach((one, index) => {
        const summary = read[index];
        if (summary !== null) over.push(overOf(one, summary, flags.get(one.record.attemptId) ?? [], newest));
      });
    }
    return examOverview(over, {
      underWay: all.length - stored.length,
      questions: document.questions.map(({ id }) => id),
      signals: SIGNALS.map(({ name }) => name),
    });
  }

  /** From the last snapshot where that is of the log's end; else the entries behind it are read, and no whole log. */
  async #summary({ record: { attemptId }, head }: StoredAttempt): Promise<Read | null> {
    const { snapshot } = await this.#attempts.stores.snapshots.get(attemptId);
    if (snapshot?.n === head.n) {
      return {
        contributions: snapshot.report?.contributions ?? [],
        times: snapshot.times === undefined ? null : new Map(snapshot.times.inView),
        reasons: snapshot.verdicts?.at(-1)?.reasons ?? [],
      };
    }
    try {
      const { report, times, verdicts } = (await this.#attempts.view(attemptId)).folded;
      return {
        contributions: report?.contributions ?? [],
        times: times === null ? null : new Map(times.toKept().inView),
        reasons: verdicts.at(-1)?.reasons ?? [],
      };
    } catch (error) {
      // Erased in the same moment.
      if (error instanceof Refusal && error.code === "not_found") return null;
      throw error;
    }
  }
}

function overOf({ record, head }: StoredAttempt, read: Read, flags: readonly Flag[], newest: Exam): OverAttempt {
  const { verdict, state } = standingReview(head, newest);
  const word = state === "done" ? verdict : null;
  return {
    peak: head.risk.peak,
    endedBy: head.endedBy,
    isTakenOver: (record.takeovers ?? []).length > 0,
    flags,
    contributions: read.contributions,
    verdict: word === null ? null : { word, reasons: read.reasons },
    times: read.times,
  };
}
