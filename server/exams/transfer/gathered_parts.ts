import { MAX_POOLS, Pool } from "../../../protocol/pools.ts";
import { MAX_SECTIONS, Section } from "../../../protocol/sections.ts";
import type { Question } from "../../../protocol/items/registry.ts";
import type { Candidate, Part } from "./shared/found.ts";

/** The sections and pools of a file, within the limits of an exam. */
export class GatheredParts {
  readonly #sections = new Map<string, Section>();
  readonly #pools = new Map<string, Pool>();

  /** Takes one, and says whether it could. */
  take(kind: "section" | "pool", candidate: Candidate): boolean {
    if (kind === "section") {
      const { success, data } = Section.safeParse(candidate);
      if (!success || this.#sections.has(data.id) || this.#sections.size >= MAX_SECTIONS) return false;
      this.#sections.set(data.id, data);
    } else {
      const { success, data } = Pool.safeParse(candidate);
      if (!success || this.#pools.has(data.id) || this.#pools.size >= MAX_POOLS) return false;
      this.#pools.set(data.id, data);
    }
    return true;
  }

  /** Of a question's section and pool what there is. */
  known({ section, pool }: Part): Part {
    return {
      ...(pool !== undefined && this.#pools.has(pool) && { pool }),
      ...(section !== undefined && this.#sections.has(section) && { section }),
    };
  }

  /**
   * Questions in the order of their sections, those of none first, as an exam wants them. A pool whose questions give unlike
   * points is none.
   */
  finish(questions: readonly Question[]) {
    const places = new Map([...this.#sections.keys()].map((id, at) => [id, at]));
    const placeOf = ({ section }: Question) => section === undefined ? -1 : places.get(section) ?? -1;
    const points = Map.groupBy(questions, ({ pool }) => pool ?? "");
    const uneven = [...this.#pools.keys()].filter((id) =>
      points.get(id)?.some((each, _, [first]) => each.points !== first.points)
    );
    const without = ({ pool, ...question }: Question): Question =>
      pool === undefined || uneven.includes(pool) ? question : { ...question, pool };
    return {
      questions: (uneven.length === 0 ? questions : questions.map(without)).toSorted((a, b) => placeOf(a) - placeOf(b)),
      sections: [...this.#sections.values()],
      pools: [...this.#pools.values()].filter(({ id }) => !uneven.includes(id)),
      uneven,
    };
  }
}
