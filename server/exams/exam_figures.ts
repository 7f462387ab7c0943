import { type AttemptState, isOver } from "../../protocol/exam.ts";
import type { Stores } from "../store/stores.ts";

/** How long figures are told again without a look, ms. */
const FRESH_MS = 3_000;

/** How long attempts that are over and have no open flag are taken to stay so, ms. */
const SETTLED_MS = 60_000;

/** What a list of exams says of one. */
export interface ExamFigures {
  /** Attempts that are not over. */
  live: number;
  /** Flags that nobody has decided on. */
  open_flags: number;
  /** Attempts that are over and have such flags. */
  to_review: number;
}

interface Standing {
  state: AttemptState;
  openFlags: number;
}

interface Known {
  figures: ExamFigures;
  readAt: number;
  /** When all attempts were read, and how many had begun then. */
  allReadAt: number;
  attempts: number;
  /** Those that are under way or have open flags. */
  unsettled: string[];
}

/**
 * Figures of exams as lists show them. Between two looks at all of an exam's attempts only those are read that were under way or had
 * open flags: a list of many exams that are over costs one read for each. A flag on an attempt that was settled shows
 * within a minute.
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
  async of(examId: string, attempts: number): Promise<ExamFigures> {
    const now = this.#now();
    const known = this.#known.get(examId);
    const isSame = known !== undefined && known.attempts === attempts;
    if (isSame && now - known.readAt < FRESH_MS) return known.figures;
    const isAll = !isSame || now - known.allReadAt >= SETTLED_MS;
    const ids = isAll ? await Array.fromAsync(this.#stores.examAttempts.list(examId)) : known.unsettled;
    const read = (await this.#stores.attempts.getMany(ids)).flatMap(({ record, head }) => {
      const isOpen = head.isRemoved !== true && (!isOver(head.state) || head.openFlags > 0);
      return isOpen ? [{ attemptId: record.attemptId, ...head }] : [];
    });
    const figures = sumOf(read);
    const unsettled = read.map(({ attemptId }) => attemptId);
    this.#known.set(examId, { figures, readAt: now, allReadAt: isAll ? now : known.allReadAt, attempts, unsettled });
    return figures;
  }
}

function sumOf(open: readonly Standing[]): ExamFigures {
  const over = open.filter(({ state }) => isOver(state));
  return {
    live: open.length - over.length,
    open_flags: open.reduce((sum, { openFlags }) => sum + openFlags, 0),
    to_review: over.length,
  };
}
