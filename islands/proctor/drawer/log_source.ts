import type { ScoringContext } from "../../../protocol/log_entry.ts";
import { RedactedEntry } from "../../../protocol/redacted_log.ts";
import { RedactedLogPage } from "../../../protocol/attempt_detail.ts";
import { type CallFailure, callStaff, failure } from "../../staff/staff_api.ts";

/** An attempt's log as far as it was read: entries in order, and the contexts they were scored in. */
export class LogSource {
  readonly entries: RedactedEntry[] = [];
  readonly contexts = new Map<string, ScoringContext>();
  readonly #path: string;
  #reading: Promise<CallFailure | null> | null = null;

  /** @param path Of the log's endpoint, without a query. */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Reads on to the end of the log.
   *
   * @param onPage Called after each page.
   * @returns What went wrong, or null.
   */
  readOn(onPage: () => void = () => {}): Promise<CallFailure | null> {
    this.#reading ??= this.#read(onPage).finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(onPage: () => void): Promise<CallFailure | null> {
    for (;;) {
      const after = this.entries.at(-1)?.n ?? 0;
      const path = `${this.#path}?after=${after}`;
      const outcome = await callStaff({ method: "GET", path, answer: RedactedLogPage });
      if (!outcome.ok) return outcome.error;
      for (const [id, context] of Object.entries(outcome.value.contexts)) this.contexts.set(id, context);
      for (const entry of outcome.value.entries) {
        const parsed = RedactedEntry.safeParse(entry);
        if (!parsed.success) return failure("strange_entry", 200);
        this.entries.push(parsed.data);
      }
      onPage();
      if (outcome.value.next === null || outcome.value.entries.length === 0) return null;
    }
  }
}
