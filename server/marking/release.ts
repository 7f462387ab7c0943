import type { ResultsShow } from "../../protocol/exam.ts";
import { type Release, SHOWN_BY_DEFAULT } from "../../protocol/results.ts";
import type { Attempts } from "../attempts/attempts.ts";
import { stillTakes } from "../attempts/still_takes.ts";
import { Refusal } from "../errors.ts";
import type { StoredAttempt } from "../store/attempt_record.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Mutation } from "../store/mutation.ts";
import type { StoredRelease } from "../store/release_store.ts";
import { LateEntrants } from "./late_entrants.ts";

/** How long it is taken that as many attempts are under way as there were, ms: many students ask in the same minute. */
const COUNT_MS = 5_000;

/** How often a decision is tried again that met another one. */
const MOST_TRIES = 5;

/** Something to be decided about an exam's results. */
interface Decision {
  released: boolean;
  show?: ResultsShow;
  by: string;
}

/** Whether exams' results are released, and what of them is shown. */
export class Releases {
  readonly #attempts: Attempts;
  readonly #lateEntrants: LateEntrants;
  readonly #underWay = new Map<string, { ids: readonly string[]; at: number; isOver: boolean }>();

  constructor(attempts: Attempts) {
    this.#attempts = attempts;
    this.#lateEntrants = new LateEntrants(attempts.stores);
  }

  /**
   * How it stands. Results wait for the last attempt, also of an exam that is closed: points say which answers were right. Key and
   * feedback wait for the closing as well, so that nobody who still writes, or may still begin, can be told; so does a release by itself. Whoever may begin after
   * everybody else, by a line of the roster, is waited for as well.
   */
  async of(exam: Exam): Promise<Release> {
    const stored = (await this.#attempts.stores.releases.get(exam.examId))?.value ?? null;
    const isClosed = isClosedAt(exam, this.#attempts.now());
    // Before attempts are counted: who begins in between is found by one of the two.
    const isOver = isClosed && !await this.#mayBeginLate(exam);
    const under_way = await this.#countUnderWay(exam, isOver);
    const { results } = exam.document.policy;
    const isByItself = results?.release === "after_close" && isOver && under_way === 0;
    return {
      released: stored?.released ?? isByItself,
      at: stored?.at ?? null,
      by: stored?.by ?? null,
      show: { ...SHOWN_BY_DEFAULT, ...results?.show, ...stored?.show },
      waits_for: under_way === 0 ? null : "end",
      key_waits: !isOver || under_way > 0,
      under_way,
    };
  }

  /**
   * Releases results or takes them back. The same again changes nothing.
   *
   * @param line The audit log's, of the same atomic.
   * @throws {Refusal} `unavailable`
   */
  async decide(exam: Exam, { released, show, by }: Decision, line: () => Mutation): Promise<Release> {
    const { releases, commit } = this.#attempts.stores;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const before = await releases.get(exam.examId);
      const next: StoredRelease = {
        released,
        at: this.#attempts.now(),
        by,
        ...((show ?? before?.value.show) && { show: show ?? before?.value.show }),
      };
      const isSame = before !== null && before.value.released === released &&
        JSON.stringify(before.value.show) === JSON.stringify(next.show);
      const isDone = isSame ||
        await commit([...releases.replace(exam.examId, before?.versionstamp ?? null, next), line()]) !== null;
      if (isDone) return await this.of(exam);
    }
    throw new Refusal("unavailable", "exam_changed_meanwhile");
  }

  /** An exam that its staff have closed lets nobody in, whatever the roster says. */
  async #mayBeginLate({ examId, state }: Exam): Promise<boolean> {
    return state === "published" && await this.#lateEntrants.mayBegin(examId, this.#attempts.now());
  }

  /** Where some were under way a moment ago, only they are asked again: as long as one of them is, the end has not come. @param isOver Nobody may begin any more. */
  async #countUnderWay(exam: Exam, isOver: boolean): Promise<number> {
    const { examId } = exam;
    const now = this.#attempts.now();
    const { examAttempts, attempts } = this.#attempts.stores;
    const idsUnderWay = async (ids: readonly string[]) => {
      const found = await attempts.getMany(ids);
      const areUnderWay = await Promise.all(found.map((one) => this.#isUnderWay(one, exam)));
      return found.flatMap(({ record }, index) => areUnderWay[index] ? [record.attemptId] : []);
    };
    const known = this.#underWay.get(examId);
    if (known !== undefined && now - known.at < COUNT_MS) {
      const still = await idsUnderWay(known.ids);
      // While somebody may begin, that nobody has is asked each time; and once more when nobody may any longer.
      if (still.length > 0 || (isOver && known.isOver && known.ids.length === 0)) return still.length;
    }
    const ids = await idsUnderWay(await Array.fromAsync(examAttempts.list(examId)));
    this.#underWay.set(examId, { ids, at: now, isOver });
    return ids.length;
  }

  /** By the grace that the attempt was begun under. @param newest The exam as it is now. */
  async #isUnderWay({ record, head }: StoredAttempt, newest: Exam): Promise<boolean> {
    if (head.isRemoved === true) return false;
    // Those that are over for good are most, and their exam is not asked for.
    if (head.state === "submitted" || head.state === "terminated") return false;
    const own = await this.#attempts.exams.get(newest.examId, record.revision ?? 1);
    return stillTakes(head, own ?? newest, this.#attempts.now());
  }
}

/** Whether nobody can begin any more by the times of the exam. */
function isClosedAt({ state, document }: Exam, now: number): boolean {
  return state === "closed" || (document.closes_at !== undefined && Date.parse(document.closes_at) <= now);
}
