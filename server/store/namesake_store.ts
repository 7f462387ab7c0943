import { hash } from "node:crypto";
import { type Mutation, remove, set } from "./mutation.ts";

/** Namesakes that are counted, at most: beyond, one more is no news. */
const MOST_COUNTED = 100;

const idOf = (examId: string, skeleton: string) => hash("sha256", `${examId} ${skeleton}`);
const prefixOf = (examId: string, skeleton: string): Deno.KvKey => ["namesake", examId, idOf(examId, skeleton)];

/** Attempts of an exam by what their students' names look like, so that a join can ask how many there are. */
export class NamesakeStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** Attempts whose names look like this, up to a hundred. */
  async count(examId: string, skeleton: string): Promise<number> {
    const prefix = prefixOf(examId, skeleton);
    let count = 0;
    for await (const _ of this.#kv.list({ prefix }, { limit: MOST_COUNTED })) count++;
    return count;
  }

  insert(examId: string, skeleton: string, attemptId: string): Mutation {
    return set([...prefixOf(examId, skeleton), attemptId], true);
  }

  remove(examId: string, skeleton: string, attemptId: string): Mutation {
    return remove([...prefixOf(examId, skeleton), attemptId]);
  }
}
