import { z } from "zod";
import { Pool } from "../../../../protocol/pools.ts";
import { Section } from "../../../../protocol/sections.ts";
import { canonicalJson } from "../../../log/hash.ts";
import { cleanText } from "../shared/clean_text.ts";
import type { Candidate, Found, Part } from "../shared/found.ts";
import { freeId } from "../shared/free_id.ts";
import type { Question } from "../../../../protocol/items/registry.ts";
import type { Transferred } from "../shared/transferred.ts";

type Row = ReadonlyMap<string, string>;

const Remark = z.object({ sections: z.array(Section), pools: z.array(Pool) });

/** Columns of a row that say where its question stands. */
export const PART_COLUMNS = ["section", "section_title", "section_text", "pool", "pool_take"];

/** The sections and pools that the rows of a table name, each with its first question. */
export class CsvParts {
  readonly #sections = new Map<string, string>();
  readonly #pools = new Set<string>();

  /**
   * Where the question of a row stands, after what that is, where it has not been told yet. A section is named by its id, or by its
   * title alone.
   */
  *of(row: Row): Generator<Found, Part> {
    const [name, ownTitle, text, pool, take] = PART_COLUMNS.map((column) => (row.get(column) ?? "").toWellFormed());
    const key = name.trim() || ownTitle.trim();
    if (key !== "" && !this.#sections.has(key)) {
      const id = freeId(key, "s", new Set(this.#sections.values()));
      this.#sections.set(key, id);
      const title = ownTitle.trim() || key;
      yield { kind: "section", candidate: { id, title, ...(text.trim() !== "" && { text }) } };
    }
    const poolId = pool.trim();
    if (poolId !== "" && !this.#pools.has(poolId)) {
      this.#pools.add(poolId);
      yield { kind: "pool", candidate: { id: poolId, take: Number(take.trim() || 1) } };
    }
    return { section: this.#sections.get(key), ...(poolId !== "" && { pool: poolId }) };
  }

  /** All sections and pools of an exam, from the row before its questions. */
  *remarked(remark: string): Generator<Found> {
    for (const { kind, candidate } of remarkedParts(remark)) {
      if (kind === "section") this.#sections.set(String(candidate.id), String(candidate.id));
      else this.#pools.add(String(candidate.id));
      yield { kind, candidate };
    }
  }
}

/** The cells that say where questions stand: of a section its title and text in its first row. */
export function partFields(
  { sections, pools }: Transferred,
): (question: Question) => [column: string, value: string][] {
  const told = new Set<string>();
  return ({ section: sectionId, pool: poolId }) => {
    const section = sections.find(({ id }) => id === sectionId);
    const pool = pools.find(({ id }) => id === poolId);
    const isFirst = section !== undefined && !told.has(section.id);
    if (section !== undefined) told.add(section.id);
    const fields: [string, string | undefined][] = [
      ["section", section?.id],
      ["section_title", isFirst ? section.title : undefined],
      ["section_text", isFirst ? section.text : undefined],
      ["pool", pool?.id],
      ["pool_take", pool && String(pool.take)],
    ];
    return fields.flatMap(([column, value]) => value === undefined ? [] : [[column, cleanText(value)]]);
  };
}

/**
 * What the cells cannot say of sections and pools: all of them, where reading the rows would give others; null where it gives the
 * same.
 */
export function partRemark({ sections, pools }: Transferred, rows: readonly Row[]): string | null {
  const parts = new CsvParts();
  const told = rows.flatMap((row) => [...parts.of(row)]).flatMap((found) =>
    found.kind === "section" || found.kind === "pool" ? [found] : []
  );
  const read = (kind: "section" | "pool") => told.filter((each) => each.kind === kind).map((each) => each.candidate);
  const isSaid = canonicalJson([read("section"), read("pool")]) === canonicalJson([sections, pools]);
  return isSaid ? null : JSON.stringify({ sections, pools });
}

function remarkedParts(remark: string): { kind: "section" | "pool"; candidate: Candidate }[] {
  try {
    const { sections, pools } = Remark.parse(JSON.parse(remark));
    return [
      ...sections.map((candidate) => ({ kind: "section" as const, candidate })),
      ...pools.map((candidate) => ({ kind: "pool" as const, candidate })),
    ];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}
