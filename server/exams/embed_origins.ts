import { LRU } from "tiny-lru";
import { EXTENSION_ORIGIN, PageOrigin } from "../../protocol/page_origin.ts";
import { isLetIn } from "../auth/embedding.ts";
import type { Stores } from "../store/stores.ts";
import type { Exams } from "./exams.ts";

/** How long it is believed whether any exam lets an origin in, ms: as long as an exam that was read. */
const BELIEVED_MS = 2_000;

/** Origins that are remembered, at most: anybody may invent more. */
const MOST_ORIGINS = 1_000;

/** Origins of pages of other sites that at least one published exam names. */
export class EmbedOrigins {
  readonly #exams: Exams;
  readonly #stores: Pick<Stores, "exams">;
  readonly #now: () => number;
  readonly #known = new LRU<{ isIn: boolean; readAt: number }>(MOST_ORIGINS);

  constructor(exams: Exams, stores: Pick<Stores, "exams">, now: () => number) {
    this.#exams = exams;
    this.#stores = stores;
    this.#now = now;
  }

  /** Whether pages of an origin reach what such pages may ask for. */
  async has(origin: string): Promise<boolean> {
    if (origin === EXTENSION_ORIGIN) return true;
    if (!PageOrigin.safeParse(origin).success) return false;
    const known = this.#known.get(origin);
    if (known !== undefined && this.#now() - known.readAt < BELIEVED_MS) return known.isIn;
    const isIn = await this.#isNamed(origin);
    this.#known.set(origin, { isIn, readAt: this.#now() });
    return isIn;
  }

  async #isNamed(origin: string): Promise<boolean> {
    for await (const examId of this.#stores.exams.idsOfEmbedOrigin(origin)) {
      const exam = await this.#exams.get(examId);
      if (exam !== null && exam.state !== "draft" && isLetIn(origin, exam)) return true;
    }
    return false;
  }
}
