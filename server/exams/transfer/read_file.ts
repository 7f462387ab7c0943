import { setImmediate } from "node:timers/promises";
import { MAX_IMPORT_NOTES, MAX_IMPORT_QUESTIONS, MAX_QUESTIONS } from "../../../protocol/limits.ts";
import { Question } from "../../../protocol/items/registry.ts";
import type { ImportFormat } from "../../../protocol/transfer.ts";
import { firstProblem } from "../../../words/problem.ts";
import { Refusal } from "../../errors.ts";
import { FORMATS, recognise } from "./formats.ts";
import type { Candidate, Found, ImportTold, Note } from "./found.ts";
import { readText } from "./read_text.ts";
import { withUnsaid } from "./unsaid.ts";

/** Reading lets the server do something else after this long, ms: exams may be under way. */
const TURN_MS = 10;

/** What a file says. */
export interface ReadFile {
  format: ImportFormat;
  questions: Question[];
  notes: Note[];
}

/**
 * Reads a file with questions and stores nothing. Everything that was not understood is a note; questions come with ids that
 * differ. Time and memory are bounded by the limits of `protocol/limits.ts`, and the server is never held up for long.
 *
 * @param format Recognised where it is null.
 * @throws {Refusal} `invalid` where the file is no text, or of no format that there is.
 */
export async function readFile(bytes: Uint8Array<ArrayBuffer>, format: ImportFormat | null): Promise<ReadFile> {
  const read = readText(bytes);
  if (read === null) throw new Refusal("invalid", "import_no_text");
  const known = format ?? recognise(read.text);
  if (known === null) throw new Refusal("invalid", "import_format_unknown");
  const gathering = new Gathering(read.notes);
  let turnEnds = performance.now() + TURN_MS;
  for (const found of FORMATS[known].read(read.text)) {
    if (!gathering.take(found)) break;
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + TURN_MS;
  }
  return { format: known, questions: gathering.questions, notes: gathering.finish() };
}

/** Checks what a reader found, gives ids, and keeps within the limits. */
class Gathering {
  readonly questions: Question[] = [];
  readonly #notes: Note[];
  readonly #ids = new Set<string>();
  #items = 0;
  #untold = 0;

  constructor(notes: readonly Note[]) {
    this.#notes = [...notes];
  }

  /** Takes one thing. False once there is room for nothing more. */
  take(found: Found): boolean {
    if (found.kind === "pause") return true;
    if (found.kind === "note") {
      this.#note({ level: found.level, told: found.told, line: found.line });
      return true;
    }
    this.#items++;
    const at = { line: found.line, item: this.#items };
    if (this.#items > MAX_IMPORT_QUESTIONS) {
      this.#note({ level: "error", told: { key: "too_many", values: { most: MAX_IMPORT_QUESTIONS } }, ...at });
      return false;
    }
    if (found.kind === "failed") this.#note({ level: "error", told: found.told, ...at });
    else this.#question(found, at);
    return true;
  }

  /** All notes, with those on the whole at the end. */
  finish(): Note[] {
    if (this.#items === 0) this.#note({ level: "error", told: { key: "nothing", values: {} } });
    if (this.questions.length > MAX_QUESTIONS) {
      const values = { questions: this.questions.length, most: MAX_QUESTIONS };
      this.#notes.push({ level: "warning", told: { key: "more_than_an_exam", values } });
    }
    if (this.#untold > 0) {
      this.#notes.push({ level: "error", told: { key: "more_notes", values: { notes: this.#untold } } });
    }
    return this.#notes;
  }

  #question(found: Extract<Found, { kind: "question" }>, at: { line?: number; item: number }): void {
    const whole = found.unsaid === undefined
      ? { candidate: found.candidate, isPartly: false }
      : withUnsaid(found.candidate, found.unsaid);
    // What was lost on the way out has come back with the remainder.
    const isBack = found.unsaid !== undefined && !whole.isPartly;
    const losses: ImportTold[] = isBack ? [] : [...found.losses ?? []];
    if (whole.isPartly) losses.push({ key: "changed_since", values: {} });
    const parsed = Question.safeParse(this.#withId(whole.candidate, losses));
    if (!parsed.success) {
      const { said } = firstProblem(parsed.error);
      this.#note({ level: "error", told: { key: "no_question", values: {} }, problem: said, ...at });
      return;
    }
    this.#ids.add(parsed.data.id);
    this.questions.push(parsed.data);
    for (const told of losses) this.#note({ level: "warning", told, ...at });
  }

  /** A question with an id that no other one has: its own, one like it, or its number. */
  #withId(candidate: Candidate, losses: ImportTold[]): Candidate {
    const { id } = candidate;
    if (typeof id !== "string") return { ...candidate, id: this.#free(`q${this.#items}`) };
    if (!this.#ids.has(id)) return candidate;
    const other = this.#free(`q${this.#items}`);
    losses.push({ key: "id_renamed", values: { id, other } });
    return { ...candidate, id: other };
  }

  #free(wanted: string): string {
    let id = wanted;
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted}-${count}`;
    return id;
  }

  #note(note: Note): void {
    if (this.#notes.length < MAX_IMPORT_NOTES) this.#notes.push(note);
    else this.#untold++;
  }
}
