import type { Answers } from "../../protocol/items/answer.ts";
import { lengthOfAnswers } from "../../protocol/items/answer_form.ts";
import { isOver } from "../../protocol/exam.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { hasLog } from "../attempts/has_log.ts";
import { Refusal } from "../errors.ts";
import type { AttemptHead, AttemptRecord, StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { HeldMark, HeldVerdict } from "../store/snapshot_store.ts";
import { QuestionTime } from "../attempts/question_time.ts";

/** Characters of answers that are kept in memory, at most. */
const MOST_CHARACTERS = 20_000_000;

/** What a sheet without answers takes, in characters, so that many of them count as well. */
const LEAST_CHARACTERS = 2_000;

/** Attempts that are read at once. */
const AT_ONCE = 16;

/** An attempt as markers need it: its answers at the end, and the marks that people gave. */
export interface Sheet {
  attemptId: string;
  record: AttemptRecord;
  /** The exam as the attempt was begun under it. */
  exam: Exam;
  head: AttemptHead;
  /** Null where the log was removed. */
  answers: Answers | null;
  held: ReadonlyMap<string, HeldMark>;
  /** What reviewers said, oldest first. */
  verdicts: readonly HeldVerdict[];
  /** How long each question was in view; null where only the log says it. */
  times: QuestionTime | null;
}

interface Kept {
  sheet: Sheet;
  /** Of the head that it was read by. */
  versionstamp: string;
  characters: number;
}

/**
 * Sheets of attempts, kept in memory as long as an attempt's head has not moved: a marker asks for all of them after each
 * mark. Only heads are read again then. An attempt under way is not kept: it moves with every batch.
 */
export class Sheets {
  readonly #attempts: Attempts;
  readonly #kept = new Map<string, Kept>();
  readonly #times = new Map<string, { lastSeq: number; time: QuestionTime }>();
  #characters = 0;

  constructor(attempts: Attempts) {
    this.#attempts = attempts;
  }

  /** Sheets of an exam's attempts, but for those that are erased or were removed from its room; in the order of ids. */
  async ofExam(examId: string): Promise<Sheet[]> {
    const { examAttempts, attempts } = this.#attempts.stores;
    const stored = (await attempts.getMany(await Array.fromAsync(examAttempts.list(examId))))
      .filter(({ head }) => head.isRemoved !== true);
    this.#forgetGone(examId, stored);
    const sheets: (Sheet | null)[] = [];
    for (let first = 0; first < stored.length; first += AT_ONCE) {
      sheets.push(...await Promise.all(stored.slice(first, first + AT_ONCE).map((one) => this.#of(one))));
    }
    return sheets.filter((sheet) => sheet !== null);
  }

  /**
   * How long each question was in view in an attempt that is over. Only of one whose snapshot is from before times were kept
   * its log is read, once.
   *
   * @param questions Of the exam.
   */
  async timeOf({ attemptId, head, times }: Sheet, questions: ReadonlySet<string>): Promise<QuestionTime> {
    if (times !== null) return times;
    const known = this.#times.get(attemptId);
    if (known?.lastSeq === head.lastSeq) return known.time;
    const time = new QuestionTime(questions);
    for await (const { entry } of this.#attempts.log.read(attemptId)) {
      if (entry.kind === "batch") entry.events.forEach((event) => time.take(event));
    }
    this.#times.set(attemptId, { lastSeq: head.lastSeq, time });
    return time;
  }

  async #of({ record: { attemptId }, versionstamp }: StoredAttempt): Promise<Sheet | null> {
    const kept = this.#kept.get(attemptId);
    if (kept?.versionstamp === versionstamp) {
      // The one that was used last goes last.
      this.#kept.delete(attemptId);
      this.#kept.set(attemptId, kept);
      return kept.sheet;
    }
    try {
      const view = await this.#attempts.view(attemptId);
      const answers = hasLog(view) ? view.folded.sheet.toAnswers() : null;
      const { record, head, folded, exam } = view;
      // Copies of what a live attempt goes on changing; one that is over gains no time in view.
      const held = new Map(folded.marks);
      const { verdicts, times } = folded;
      const sheet = { attemptId, record, exam, head: { ...head }, answers, held, verdicts, times };
      if (isOver(sheet.head.state)) this.#keep(sheet, versionstamp);
      return sheet;
    } catch (error) {
      // Erased in the same moment.
      if (error instanceof Refusal && error.code === "not_found") return null;
      throw error;
    }
  }

  #keep(sheet: Sheet, versionstamp: string): void {
    this.#drop(sheet.attemptId);
    const characters = LEAST_CHARACTERS + (sheet.answers === null ? 0 : lengthOfAnswers(sheet.answers));
    this.#kept.set(sheet.attemptId, { sheet, versionstamp, characters });
    this.#characters += characters;
    for (const attemptId of this.#kept.keys()) {
      if (this.#characters <= MOST_CHARACTERS) break;
      this.#drop(attemptId);
      this.#times.delete(attemptId);
    }
  }

  /** What was erased is not kept in memory either. */
  #forgetGone(examId: string, stored: readonly StoredAttempt[]): void {
    const there = new Set(stored.map(({ record }) => record.attemptId));
    for (const [attemptId, { sheet }] of this.#kept) {
      if (sheet.record.examId === examId && !there.has(attemptId)) this.#drop(attemptId);
    }
  }

  #drop(attemptId: string): void {
    this.#characters -= this.#kept.get(attemptId)?.characters ?? 0;
    this.#kept.delete(attemptId);
  }
}
