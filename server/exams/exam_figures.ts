import { isOver } from "../../protocol/exam.ts";
import type { AttemptHead } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import { standingReview } from "./review_state.ts";

/** How long figures are told again without a look, ms. */
const FRESH_MS = 3_000;

/** How long attempts that are over and have no open flag are taken to stay as they are, ms. */
const SETTLED_MS = 60_000;

/** What a list of exams says of one. */
export interface ExamFigures {
  /** Attempts that are not over. */
  live: number;
  /** Flags that nobody has decided on. */
  open_flags: number;
  /** Attempts that are over and that no reviewer has, as the review calls them. */
  to_review: number;
}

/** What is asked about: its policy of today says how a review stands. */
type Asked = Pick<Exam, "examId" | "document">;

interface Known {
  figures: ExamFigures;
  readAt: number;
  /** When all attempts were read, and how many had begun then. */
  allReadAt: number;
  attempts: number;
  /** Those that are under way or have open flags. */
  unsettled: string[];
  /** How many of the others wait for a reviewer. */
  waiting: number;
}

/**
 * Figures of exams as lists show them. Between two looks at all of an exam's attempts only those are read that were under way or had
 * open flags: a list of many exams that are over costs one read for each. A flag or a verdict on an attempt that was settled shows
 * within a minute, and at once where {@link forget} is told of it.
 */
export class ExamFigureReader {
  readonly #stores: Pick<Stores, "attempts" | "examAttempts">;
  readonly #now: () => number;
  readonly #known = new Map<string, Known>();

  constructor(stores: Pick<Stores, "attempts" | "examAttempts">, now: () => number) {
    this.#stores = stores;
    this.#now = now;
  }

  /** @param attempts How many have begun. */
  async of(exam: Asked, attempts: number): Promise<ExamFigures> {
    const now = this.#now();
    const known = this.#known.get(exam.examId);
    const isSame = known !== undefined && known.attempts === attempts;
    if (isSame && now - known.readAt < FRESH_MS) return known.figures;
    const isAll = !isSame || now - known.allReadAt >= SETTLED_MS;
    const ids = isAll ? await Array.fromAsync(this.#stores.examAttempts.list(exam.examId)) : known.unsettled;
    const read = (await this.#stores.attempts.getMany(ids)).filter(({ head }) => head.isRemoved !== true);
    const [unsettled, settled] = [read.filter(isUnsettled), read.filter((each) => !isUnsettled(each))];
    const waits = ({ head }: { head: AttemptHead }) => standingReview(head, exam).state === "to_review";
    const waiting = settled.filter(waits).length + (isAll ? 0 : known.waiting);
    const figures = {
      live: unsettled.filter(({ head }) => !isOver(head.state)).length,
      open_flags: unsettled.reduce((sum, { head }) => sum + head.openFlags, 0),
      to_review: unsettled.filter(waits).length + waiting,
    };
    this.#known.set(exam.examId, {
      figures,
      readAt: now,
      allReadAt: isAll ? now : known.allReadAt,
      attempts,
      unsettled: unsettled.map(({ record }) => record.attemptId),
      waiting,
    });
    return figures;
  }

  /** Reads an exam's figures anew when they are next asked for: its review went on. */
  forget(examId: string): void {
    this.#known.delete(examId);
  }
}

function isUnsettled({ head }: { head: AttemptHead }): boolean {
  return !isOver(head.state) || head.openFlags > 0;
}
