import { MAX_EXAM_PICTURES, MAX_IMPORT_MEDIA_BYTES, MAX_IMPORT_NOTES } from "../../../protocol/limits.ts";
import { MAX_IMPORT_QUESTIONS, MAX_QUESTIONS } from "../../../protocol/limits.ts";
import { Question } from "../../../protocol/items/registry.ts";
import { firstProblem } from "../../../words/problem.ts";
import { mediaIdsIn } from "../../../protocol/media_ids.ts";
import { unseenIn, withoutUnseen } from "../../../protocol/unseen_signs.ts";
import type { Picture } from "../media/read_picture.ts";
import type { Candidate, Found, ImportTold, Note, Place } from "./shared/found.ts";
import { GatheredParts } from "./gathered_parts.ts";
import { withoutPictures, withTexts } from "./shared/picture_texts.ts";
import type { Transferred } from "./shared/transferred.ts";
import { withUnsaid } from "./shared/unsaid.ts";

/** Checks what a reader found, gives ids, and keeps within the limits. */
export class Gathering {
  readonly #questions: Question[] = [];
  readonly #parts = new GatheredParts();
  readonly #pictures = new Map<string, Picture>();
  /** Ids of those that a text shows. */
  readonly #shownIds = new Set<string>();
  /** Names of the pictures that are not taken, by their ids. */
  readonly #left = new Map<string, string>();
  readonly #notes: Note[];
  readonly #ids = new Set<string>();
  #items = 0;
  /** Questions that stood in a section or a pool which is not taken. */
  #placed = 0;
  #untold = 0;
  #pictureBytes = 0;

  /** @param isWhole Whether sections, pools and pictures are taken too. */
  constructor(readonly isWhole: boolean, notes: readonly Note[]) {
    this.#notes = [...notes];
  }

  /** Takes one thing. False once there is room for nothing more. */
  take(found: Found): boolean {
    switch (found.kind) {
      case "pause":
        return true;
      case "note":
        this.#note({ level: found.level, told: found.told, ...placeOf(found) });
        return true;
      case "picture":
        this.#picture(found.picture, found.name);
        return true;
      case "section":
      case "pool":
        if (this.isWhole) this.#part(found.kind, found.candidate);
        return true;
      case "question":
      case "failed": {
        this.#items++;
        const at = { ...placeOf(found), item: this.#items };
        if (this.#items > MAX_IMPORT_QUESTIONS) {
          // Said whatever else there was to say: it is the one note for all that was left out.
          this.#notes.push({
            level: "error",
            told: { key: "too_many", values: { most: MAX_IMPORT_QUESTIONS } },
            ...at,
          });
          return false;
        }
        if (found.kind === "failed") this.#note({ level: "error", told: found.told, ...at });
        else this.#question(found, at);
        return true;
      }
    }
  }

  /** All that was taken, with the notes on the whole at the end. */
  finish(): Transferred & { notes: Note[] } {
    if (this.#items === 0) this.#note({ level: "error", told: { key: "nothing", values: {} } });
    const whole: ImportTold[] = [];
    if (this.#questions.length > MAX_QUESTIONS) {
      whole.push({ key: "more_than_an_exam", values: { questions: this.#questions.length, most: MAX_QUESTIONS } });
    }
    const { questions, sections, pools, uneven } = this.#parts.finish(this.#questions);
    for (const pool of uneven) whole.push({ key: "pool_left_out", values: { pool } });
    if (this.#placed > 0) whole.push({ key: "places_left_out", values: { n: this.#placed } });
    this.#notes.push(...whole.map((told): Note => ({ level: "warning", told })));
    if (this.#untold > 0) {
      this.#notes.push({ level: "error", told: { key: "more_notes", values: { notes: this.#untold } } });
    }
    const pictures = new Map([...this.#pictures].filter(([id]) => this.#shownIds.has(id)));
    return { questions, sections, pools, pictures, notes: this.#notes };
  }

  #question(found: Extract<Found, { kind: "question" }>, at: Place & { item: number }): void {
    const whole = found.unsaid === undefined
      ? { candidate: found.candidate, isPartly: false }
      : withUnsaid(found.candidate, found.unsaid);
    // What was lost on the way out has come back with the remainder.
    const isBack = found.unsaid !== undefined && !whole.isPartly;
    const losses: ImportTold[] = isBack ? [] : [...found.losses ?? []];
    if (whole.isPartly) losses.push({ key: "changed_since", values: {} });
    const candidate = this.#shown(seen({ ...found.beside, ...whole.candidate }, losses), losses);
    const parsed = Question.safeParse(this.#withId(candidate, losses));
    if (!parsed.success) {
      const { said } = firstProblem(parsed.error);
      this.#note({ level: "error", told: { key: "no_question", values: {} }, problem: said, ...at });
      return;
    }
    const { pool, section, ...question } = parsed.data;
    const wanted = { section: found.section ?? section, pool: found.pool ?? pool };
    const part = this.#parts.known(wanted);
    if (part.section !== wanted.section || part.pool !== wanted.pool) this.#placed++;
    this.#ids.add(question.id);
    this.#questions.push({ ...question, ...part });
    for (const told of losses) this.#note({ level: "warning", told, ...at });
  }

  #part(kind: "section" | "pool", candidate: Candidate): void {
    const losses: ImportTold[] = [];
    const shown = this.#shown(seen(candidate, losses), losses);
    const taken = this.#parts.take(kind, shown);
    const id = String(shown.title ?? shown.id).slice(0, 100);
    if (!taken) losses.push({ key: "part_left_out", values: { id } });
    for (const told of losses) this.#note({ level: "warning", told });
  }

  #picture(picture: Picture, name: string | undefined): void {
    if (this.#pictures.has(picture.mediaId)) return;
    const isRoom = this.#pictures.size < MAX_EXAM_PICTURES &&
      this.#pictureBytes + picture.content.length <= MAX_IMPORT_MEDIA_BYTES;
    if (this.isWhole && isRoom) {
      this.#pictures.set(picture.mediaId, picture);
      this.#pictureBytes += picture.content.length;
    } else if (name !== undefined) this.#left.set(picture.mediaId, name);
  }

  /** Texts without the pictures that are not taken; those that the file does not have are named. */
  #shown(candidate: Candidate, losses: ImportTold[]): Candidate {
    const wanted = [...mediaIdsIn(candidate)];
    for (const id of wanted) this.#shownIds.add(id);
    if (wanted.some((id) => !this.#pictures.has(id) && !this.#left.has(id))) {
      losses.push({ key: "pictures_elsewhere", values: {} });
    }
    const names = wanted.flatMap((id) => this.#left.get(id) ?? []);
    if (names.length === 0) return candidate;
    losses.push({ key: "pictures_left_out", values: { names: names.join(", ").slice(0, 200) } });
    return withFields(candidate, (text) => withoutPictures(text, (id) => this.#left.has(id)));
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

/** What a file says, with a sign that can be seen in the place of each that cannot. */
function seen(candidate: Candidate, losses: ImportTold[]): Candidate {
  const found = unseenIn(candidate);
  if (found !== null) losses.push({ key: "unseen_replaced", values: { sign: found.sign } });
  return withFields(candidate, withoutUnseen);
}

function withFields(candidate: Candidate, change: (text: string) => string): Candidate {
  return Object.fromEntries(Object.entries(candidate).map(([field, value]) => [field, withTexts(value, change)]));
}

function placeOf({ line, page, file }: Place): Place {
  return { line, page, file };
}
