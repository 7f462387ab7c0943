import { z } from "zod";
import { Pool } from "../../../../protocol/pools.ts";
import { Section } from "../../../../protocol/sections.ts";
import type { Question } from "../../../../protocol/items/registry.ts";
import { cleanText } from "./clean_text.ts";
import type { Found, Part } from "./found.ts";
import { freeId } from "./free_id.ts";
import type { Transferred } from "./transferred.ts";

/** Where Moodle begins its paths: the context, and the category that all others stand in. */
const ROOT = /^\s*(\$\w+\$\/?)?(top(\/|$))?/;

/** What Moodle calls the category of each course: nobody's section. */
const DEFAULT = /^(Default for|Standard für) /;

/** What a path does not say of a category. */
const Remark = z.object({ section: Section.optional(), pool: Pool.optional(), pools: z.array(Pool).optional() });

/** Questions that stand in one category of Moodle's, with what it says of it. */
export interface CategoryRun {
  path: string;
  section?: Section;
  pool?: Pool;
  /** What a path does not say: see {@link Categories.enter}. Null where it says everything. */
  remark: string | null;
  questions: Question[];
}

/**
 * An exam's questions by the section and pool that they stand in, as Moodle's categories have them; sections without questions
 * too.
 */
export function categoryRuns({ questions, sections, pools }: Transferred): CategoryRun[] {
  const runs: CategoryRun[] = [];
  const add = (section: Section | undefined, pool: Pool | undefined) => {
    const path = pathOf(section, pool);
    // The first one tells of all pools: some may have no question, and their order is the exam's.
    const all = runs.length === 0 && pools.length > 0 ? pools : undefined;
    const isAny = section !== undefined || pool !== undefined || all !== undefined;
    const run = {
      path,
      section,
      pool,
      remark: isAny ? JSON.stringify({ pools: all, section, pool }) : null,
      questions: [],
    };
    runs.push(run);
    return run;
  };
  const runIn = (section: Section | undefined) => {
    let last: CategoryRun | null = null;
    let lastPool: string | undefined;
    for (const question of questions.filter((each) => each.section === section?.id)) {
      if (last === null || question.pool !== lastPool) {
        last = add(
          section,
          pools.find(({ id }) => id === question.pool),
        );
      }
      lastPool = question.pool;
      last.questions.push(question);
    }
    if (last === null && section !== undefined) add(section, undefined);
  };
  runIn(undefined);
  sections.forEach(runIn);
  return runs;
}

function pathOf(section: Section | undefined, pool: Pool | undefined): string {
  const names = [section?.title, pool?.id].filter((name) => name !== undefined);
  // A name's own slash stands twice.
  return plainPath(["$course$", "top", ...names.map((name) => name.replaceAll("/", "//"))].join("/"));
}

/** A path as every format of Moodle's holds it, in one line. */
function plainPath(path: string): string {
  return cleanText(path).replace(/[\s\ufffe\uffff]+/g, " ").trim();
}

/** The categories of a file, one after another, as sections. */
export class Categories {
  readonly #sections = new Map<string, string>();
  readonly #pools = new Set<string>();
  /** Where the questions that follow stand. */
  part: Part = {};
  /** A section that is told of with its first question. */
  #untold: Found | null = null;

  /**
   * A category begins. One of ours has a section and a pool in its remark, which count as long as its path says the same.
   *
   * @param text What is said of it. @param id Its own name, where it has one.
   */
  *enter(
    path: string,
    { text = "", id = "", remark }: { text?: string; id?: string; remark?: string },
  ): Generator<Found> {
    this.#untold = null;
    const own = remark === undefined ? null : remarkedPart(remark);
    if (own !== null && pathOf(own.section, own.pool) === plainPath(path)) {
      const { section, pool } = own;
      if (section !== undefined && !this.#sections.has(`=${section.id}`)) {
        this.#sections.set(`=${section.id}`, section.id);
        yield { kind: "section", candidate: section };
      }
      for (const each of [...own.pools ?? [], ...pool === undefined ? [] : [pool]]) {
        if (this.#pools.has(each.id)) continue;
        this.#pools.add(each.id);
        yield { kind: "pool", candidate: each };
      }
      this.part = { section: section?.id, pool: pool?.id };
      return;
    }
    const rest = path.replace(ROOT, "");
    const title = rest.split(/(?<!\/)\/(?!\/)/).at(-1)?.replaceAll("//", "/").trim().slice(0, 200) ?? "";
    if (title === "" || DEFAULT.test(title)) {
      this.part = {};
      return;
    }
    const known = this.#sections.get(rest);
    if (known === undefined) {
      const section = freeId(id, "s", new Set(this.#sections.values()));
      this.#sections.set(rest, section);
      this.#untold = { kind: "section", candidate: { id: section, title, ...(text.trim() !== "" && { text }) } };
    }
    this.part = { section: this.#sections.get(rest) };
  }

  /** A question comes: what its section is, where that has not been told yet. */
  *question(): Generator<Found> {
    if (this.#untold !== null) yield this.#untold;
    this.#untold = null;
  }
}

/** What a remark of ours says of where questions stand, or null where it cannot be read. */
export function remarkedPart(remark: string): z.infer<typeof Remark> | null {
  try {
    return Remark.safeParse(JSON.parse(remark)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
