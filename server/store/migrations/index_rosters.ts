import { z } from "zod";
import type { Migration } from "./migration.ts";
import { type Mutation, remove, set } from "../mutation.ts";
import { studentIdOf } from "../roster_student_id.ts";
import { parseStored } from "../stored_value.ts";

/** Lines of one step: two small mutations each, and an atomic takes 1,000. */
const LINES_PER_STEP = 300;

/**
 * A roster's lines are found by exam and student now, where they stood by exam and hash: what concerns one student reads one
 * line, however many there are.
 */
export const indexRosters: Migration = {
  name: "index_rosters",
  async step(kv, cursor) {
    const mutations: Mutation[] = [];
    const lines = kv.list({ prefix: ["roster_by_exam"] }, { limit: LINES_PER_STEP, cursor: cursor ?? undefined });
    let seen = 0;
    for await (const { key, value } of lines) {
      seen++;
      parseStored(z.literal(true), key, value);
      const [, examId, hash] = z.tuple([z.string(), z.string(), z.string()]).parse(key);
      mutations.push(remove(key), set(["roster_of_exam", examId, studentIdOf(hash)], hash));
    }
    return { mutations, seen, cursor: seen < LINES_PER_STEP ? null : lines.cursor };
  },
};
