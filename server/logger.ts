/**
 * Structured log lines on standard error. They carry ids and kinds, never a name, an answer or a token: what goes in
 * is chosen field by field.
 */
export class Logger {
  #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A fault of ours. The stack goes to the log only; nobody outside sees it. */
  error(what: string, error: unknown, fields: Record<string, string | number> = {}): void {
    const cause = error instanceof Error ? { error: error.name, message: error.message, stack: error.stack } : {};
    this.#write("error", what, { ...fields, ...cause });
  }

  /** Something worth knowing. */
  info(what: string, fields: Record<string, string | number> = {}): void {
    this.#write("info", what, fields);
  }

  #write(level: "info" | "error", what: string, fields: Record<string, unknown>): void {
    console.error(JSON.stringify({ at: new Date(this.#now()).toISOString(), level, what, ...fields }));
  }
}
