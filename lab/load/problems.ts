/** Kinds of problems of a run that are told, at most. */
const MOST_KINDS = 20;

/** What must not happen in a run, each kind once with how often. */
export class Problems {
  readonly #counts = new Map<string, number>();

  add(text: string): void {
    const count = this.#counts.get(text);
    if (count !== undefined || this.#counts.size < MOST_KINDS) this.#counts.set(text, (count ?? 0) + 1);
  }

  /** In the order in which they first came up. */
  told(): string[] {
    return [...this.#counts].map(([text, count]) => count === 1 ? text : `${text} (${count} times)`);
  }
}
