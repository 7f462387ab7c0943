import { LRU } from "tiny-lru";
import type { CohortSummary, ScoringContext } from "../../protocol/log_entry.ts";
import { SCORER_VERSION } from "../../scoring/fold.ts";
import { wholeExam } from "../exams/drawn_exam.ts";
import { paperCharacters, questionWords } from "../exams/paper.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";
import type { Exam } from "../store/exam_store.ts";
import type { Stores } from "../store/stores.ts";
import type { AttemptTerms } from "./allowances.ts";

/** Contexts that are kept in memory at once; an exam has a few a minute at most. */
const MOST_CACHED = 2_000;

/** How long a cohort summary is used before it is read again, ms. */
const COHORT_CACHE_MS = 5_000;

type ContextStores = Pick<Stores, "contexts" | "cohorts" | "commit">;

/** A context with the hash that names it. */
export interface CurrentContext {
  id: string;
  context: ScoringContext;
}

/**
 * Scoring contexts by content: an attempt's log names the context of each batch by its hash, so that whoever
 * replays the log scores with what was known then.
 */
export class Contexts {
  readonly #stores: ContextStores;
  #cache = new LRU<ScoringContext>(MOST_CACHED);
  #stored = new Set<string>();
  #cohorts = new Map<string, { readAt: number; cohort: CohortSummary | null }>();
  #now: () => number;

  constructor(stores: ContextStores, now: () => number) {
    this.#stores = stores;
    this.#now = now;
  }

  /** The context in which an attempt is scored now. */
  async current(own: Exam, { accommodations, declared }: AttemptTerms): Promise<CurrentContext> {
    // Of the whole paper, whatever an attempt was drawn of it: else every attempt would have contexts of its own.
    const exam = wholeExam(own);
    return await this.#store({
      scorer_version: SCORER_VERSION,
      policy: exam.document.policy.scoring,
      accommodations,
      ...(declared !== undefined && declared.length > 0 && { declared }),
      paper_characters: paperCharacters(exam),
      question_words: questionWords(exam),
      cohort: await this.#cohort(exam.examId),
    });
  }

  /** The exam's cohort summary, read from the store once in a while: everybody who joins asks for it. */
  async #cohort(examId: string): Promise<CohortSummary | null> {
    const known = this.#cohorts.get(examId);
    if (known !== undefined && this.#now() - known.readAt < COHORT_CACHE_MS) return known.cohort;
    const cohort = await this.#stores.cohorts.getSummary(examId);
    this.#cohorts.set(examId, { readAt: this.#now(), cohort });
    return cohort;
  }

  /**
   * The context of an id.
   *
   * @throws {RangeError} If it is not stored.
   */
  async require(contextId: string): Promise<ScoringContext> {
    const cached = this.#cache.get(contextId);
    if (cached !== undefined) return cached;
    const context = await this.#stores.contexts.get(contextId);
    if (context === null) throw new RangeError(`Cannot replay: scoring context ${contextId} is not stored`);
    this.#cache.set(contextId, context);
    return context;
  }

  async #store(context: ScoringContext): Promise<CurrentContext> {
    const id = sha256Hex(canonicalJson(context));
    const known = this.#cache.get(id);
    if (!this.#stored.has(id)) {
      const { mutations, isInParts, tidy } = this.#stores.contexts.put(id, context);
      await this.#stores.commit(mutations);
      if (isInParts) await tidy();
      this.#stored.add(id);
    }
    if (known !== undefined) return { id, context: known };
    this.#cache.set(id, context);
    return { id, context };
  }
}
