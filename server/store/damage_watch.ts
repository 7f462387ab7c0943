/** What SQLite says of a page that it cannot make sense of. */
const DAMAGED = /malformed|not a database/i;

/**
 * Notices when a store that is being used turns out to be damaged: a part of it cannot be read, whatever else still
 * works. Looks at what fails anyway, and asks nothing itself.
 */
export class DamageWatch {
  #isDamaged = false;
  /** Told once. */
  onDamage: (error: unknown) => void = () => {};

  /** Whether something of the store could not be read since the start. Stays: nobody mends it while it runs. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Looks at what a call of the store failed with. */
  look(error: unknown): void {
    if (this.#isDamaged || !(error instanceof Error) || !DAMAGED.test(error.message)) return;
    this.#isDamaged = true;
    this.onDamage(error);
  }
}
