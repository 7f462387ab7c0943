import { z } from "zod";
import { hash } from "node:crypto";
import { check, type Mutation, remove, set } from "./mutation.ts";
import { getStored, parseStored } from "./stored_value.ts";

const Sitting = z.object({
  /** Whether a proctor lets whoever joins next with the number go on with this attempt. */
  isReleased: z.boolean(),
});

/** Attempts of one number that are looked at, at most: beyond, it has sat often enough by any rule. */
const MOST_READ = 101;

/** A number as it is compared: 007-A and "007 a" are one. */
export function foldedNumber(number: string): string {
  return number.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]/gu, "") || number;
}

const idOf = (examId: string, number: string) => hash("sha256", `${examId} ${foldedNumber(number)}`);
const prefixOf = (examId: string, number: string): Deno.KvKey => ["sitting", examId, idOf(examId, number)];
const keyOf = (examId: string, number: string, attemptId: string): Deno.KvKey => [
  ...prefixOf(examId, number),
  attemptId,
];

/** An attempt that sits under a number. */
interface Seat {
  attemptId: string;
  isReleased: boolean;
}

/** The attempts of a number, and what makes an atomic fail in which another one has joined under it meanwhile. */
export interface Seats {
  seats: Seat[];
  turn: Mutation[];
}

/** Which attempts sit under a student's number, in exams that are joined by code: a number sits as often as it may. */
export class SittingStore {
  readonly #kv: Deno.Kv;

  constructor(kv: Deno.Kv) {
    this.#kv = kv;
  }

  /** The attempts of a number as it sits now. */
  async of(examId: string, number: string): Promise<Seats> {
    const prefix = prefixOf(examId, number);
    const { versionstamp } = await this.#kv.get(prefix);
    const seats: Seat[] = [];
    for await (const { key, value } of this.#kv.list({ prefix }, { limit: MOST_READ })) {
      seats.push({ attemptId: String(key.at(-1)), ...parseStored(Sitting, key, value) });
    }
    return { seats, turn: [check(prefix, versionstamp), set(prefix, true)] };
  }

  /** Seats an attempt under a number, or says whether it is released. */
  put(examId: string, number: string, attemptId: string, isReleased: boolean): Mutation {
    return set(keyOf(examId, number, attemptId), { isReleased });
  }

  /** Whether an attempt sits under the number. */
  async has(examId: string, number: string, attemptId: string): Promise<boolean> {
    return await getStored(this.#kv, Sitting, keyOf(examId, number, attemptId)) !== null;
  }

  /** Lets the number sit once more. */
  remove(examId: string, number: string, attemptId: string): Mutation {
    return remove(keyOf(examId, number, attemptId));
  }
}
