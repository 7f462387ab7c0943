import { LRU } from "tiny-lru";
import type { Student } from "../../protocol/exam.ts";
import type { RosterStore } from "../store/roster_store.ts";
import { foldedNumber } from "../store/sitting_store.ts";
import { nameSkeleton } from "./name_skeleton.ts";

/** Exams whose lists are kept in memory at once. */
const MOST_KEPT = 50;

/** A list as it was when the mark of its last change was read. */
interface Kept {
  mark: string | null;
  names: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
}

type Lists = Pick<RosterStore, "getMany" | "hashesOf" | "hasAny" | "revisionMark">;

/**
 * Who stands on exams' lists, by what a name looks like and by number. A list is read once, and again after somebody changed it:
 * a join costs two small reads, however long the list.
 */
export class ListedStudents {
  readonly #roster: Lists;
  readonly #kept = new LRU<Promise<Kept>>(MOST_KEPT);

  constructor(roster: Lists) {
    this.#roster = roster;
  }

  /** Whether somebody of this name, of one that looks like it, or of this number stands on the exam's list. */
  async has(examId: string, { name, number }: Student): Promise<boolean> {
    if (!await this.#roster.hasAny(examId)) return false;
    const { names, numbers } = await this.#list(examId, await this.#roster.revisionMark(examId));
    return names.has(nameSkeleton(name)) || (number !== undefined && numbers.has(foldedNumber(number)));
  }

  async #list(examId: string, mark: string | null): Promise<Kept> {
    const known = await this.#kept.get(examId);
    if (known !== undefined && known.mark === mark) return known;
    const reading = this.#read(examId, mark);
    this.#kept.set(examId, reading);
    // What could not be read is read again by whoever joins next.
    reading.catch(() => this.#kept.delete(examId));
    return await reading;
  }

  async #read(examId: string, mark: string | null): Promise<Kept> {
    const lines = await this.#roster.getMany(await this.#roster.hashesOf(examId));
    const students = lines.flatMap((line) => line === null ? [] : [line.value.student]);
    return {
      mark,
      names: new Set(students.map(({ name }) => nameSkeleton(name))),
      numbers: new Set(students.flatMap(({ number }) => number === undefined ? [] : [foldedNumber(number)])),
    };
  }
}
