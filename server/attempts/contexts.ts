import { CohortSummary, ScoringContext } from "../../protocol/log_entry.ts";
import { SCORER_VERSION } from "../../scoring/fold.ts";
import type { Exam } from "../exams/exams.ts";
import { paperCharacters } from "../exams/paper.ts";
import { canonicalJson, sha256Hex } from "../log/hash.ts";
import { getDocument, putDocument } from "../store/document.ts";
import { keys } from "../store/keys.ts";
import type { AttemptRecord } from "./attempt_head.ts";

/** Contexts that are kept in memory at once; an exam has a few a minute at most. */
const MOST_CACHED = 2_000;

/**
 * Scoring contexts by content: an attempt's log names the context of each batch by its hash, so that whoever
 * replays the log scores with what was known then.
 */
export class Contexts {
  #kv: Deno.Kv;
  #cache = new Map<string, ScoringContext>();
  #stored = new Set<string>();

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The context in which an attempt is scored now. */
  async current(exam: Exam, record: AttemptRecord): Promise<{ id: string; context: ScoringContext }> {
    const cohort = await getDocument(this.#kv, keys.cohort(exam.examId));
    return await this.#store({
      scorer_version: SCORER_VERSION,
      policy: exam.document.policy.scoring,
      accommodations: record.accommodations,
      paper_characters: paperCharacters(exam),
      cohort: cohort === null ? null : CohortSummary.parse(cohort.value),
    });
  }

  /**
   * The context of an id.
   *
   * @throws {RangeError} If it is not stored.
   */
  async require(contextId: string): Promise<ScoringContext> {
    const cached = this.#cache.get(contextId);
    if (cached !== undefined) return cached;
    const stored = await getDocument(this.#kv, keys.context(contextId));
    if (stored === null) throw new RangeError(`Cannot replay: scoring context ${contextId} is not stored`);
    const context = ScoringContext.parse(stored.value);
    this.#remember(contextId, context);
    return context;
  }

  async #store(context: ScoringContext): Promise<{ id: string; context: ScoringContext }> {
    const id = sha256Hex(canonicalJson(context));
    const known = this.#cache.get(id);
    if (!this.#stored.has(id)) {
      await putDocument(this.#kv, keys.context(id), context);
      this.#stored.add(id);
    }
    if (known !== undefined) return { id, context: known };
    this.#remember(id, context);
    return { id, context };
  }

  #remember(id: string, context: ScoringContext): void {
    if (this.#cache.size >= MOST_CACHED) this.#cache.clear();
    this.#cache.set(id, context);
  }
}
