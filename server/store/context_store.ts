import { ScoringContext } from "../../protocol/log_entry.ts";
import { type DocumentChange, Documents } from "./documents.ts";

/** Scoring contexts, each under the hash of its content. They never change. */
export class ContextStore {
  readonly #documents: Documents<typeof ScoringContext>;

  constructor(kv: Deno.Kv) {
    this.#documents = new Documents(kv, "context", ScoringContext);
  }

  async get(contextId: string): Promise<ScoringContext | null> {
    return (await this.#documents.get(contextId))?.value ?? null;
  }

  put(contextId: string, context: ScoringContext): DocumentChange {
    return this.#documents.put(contextId, context);
  }
}
