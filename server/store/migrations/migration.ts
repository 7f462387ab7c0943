import type { Mutation } from "../mutation.ts";

/** What one step of a migration comes to. */
interface MigrationStep {
  /** Carried out in one atomic with the new cursor: a step is done whole or not at all. */
  mutations: Mutation[];
  /** Values that the step looked at, for the log. */
  seen: number;
  /** Where the next step goes on; null after the last one. */
  cursor: string | null;
}

/** One change of a stored shape. It is never changed again once a store may have run it: what follows is another one. */
export interface Migration {
  /** What it does, in snake_case, as its file is named. */
  name: string;
  /**
   * Changes the next few values, few enough for one atomic. Reads what stands in the store now, with schemas of its own:
   * the other stores know the newest shapes only.
   *
   * @param cursor What the step before returned; null at first.
   * @throws {Error} If a value cannot be changed; the start of the server ends with it.
   */
  step(kv: Deno.Kv, cursor: string | null): Promise<MigrationStep>;
}
