import type { Question } from "../../../protocol/items/registry.ts";
import { MAX_POOLS, type Pool } from "../../../protocol/pools.ts";
import { MAX_SECTIONS, type Section } from "../../../protocol/sections.ts";
import type { AuthoredExam } from "../authored_exam.ts";

/** Sections and pools that questions of a file stand in. */
export interface BroughtParts {
  sections: readonly Section[];
  pools: readonly Pool[];
}

type Parted = Pick<AuthoredExam, "questions" | "sections" | "pools">;

/**
 * An exam with questions behind its own. Sections and pools that they stand in come along, under names that are not taken, as far
 * as the exam has room for them; a question of none joins the section before it, as wherever questions come from elsewhere.
 */
export function withBrought<Exam extends Parted>(
  exam: Exam,
  brought: readonly Question[],
  { sections, pools }: BroughtParts,
): Exam {
  const newSections = named(
    sections.filter(({ id }) => brought.some(({ section }) => section === id)),
    exam.sections ?? [],
    MAX_SECTIONS,
  );
  const newPools = named(
    pools.filter(({ id }) => brought.some(({ pool }) => pool === id)),
    exam.pools ?? [],
    MAX_POOLS,
  );
  const questions = brought.map(({ section, pool, ...question }): Question => {
    const [inSection, inPool] = [newSections.get(section ?? "")?.id, newPools.get(pool ?? "")?.id];
    return {
      ...question,
      ...(inPool !== undefined && { pool: inPool }),
      ...(inSection !== undefined && { section: inSection }),
    };
  });
  return {
    ...exam,
    questions: [...exam.questions, ...questions],
    ...(newSections.size > 0 && { sections: [...exam.sections ?? [], ...newSections.values()] }),
    ...(newPools.size > 0 && { pools: [...exam.pools ?? [], ...newPools.values()] }),
  };
}

/** Things by the ids that they had, each with one that is not taken. */
function named<Thing extends { id: string }>(
  things: readonly Thing[],
  before: readonly { id: string }[],
  most: number,
): Map<string, Thing> {
  const taken = new Set(before.map(({ id }) => id));
  return new Map(
    things.slice(0, Math.max(0, most - before.length)).map((thing) => {
      let id = thing.id;
      for (let count = 2; taken.has(id); count++) id = `${thing.id.slice(0, 56)}-${count}`;
      taken.add(id);
      return [thing.id, { ...thing, id }];
    }),
  );
}
