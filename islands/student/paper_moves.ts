import { type DeviceNotes, writeDeviceNote } from "./device_notes.ts";
import type { Notice } from "../../protocol/notice.ts";
import type { ExamModel, Hideable } from "./exam_model.ts";
import type { Upload } from "./file_uploads.ts";
import { furthestIndex, mustAsk } from "./forward_moves.ts";
import type { OpenFields } from "./open_fields.ts";
import type { RuleName } from "../../protocol/sitting_rules.ts";
import type { Sitting } from "./sitting.ts";
import type { OutboxStore } from "../link/outbox_store.ts";

/** Ids of read notices that a page keeps, the newest. */
const MOST_SEEN = 100;

/** What a student does on the page besides answering: going about in the paper, flagging, reading proctors' words. */
export class PaperMoves {
  readonly #model: ExamModel;
  readonly #store: OutboxStore;
  readonly #fields: OpenFields;
  readonly #sitting: () => Sitting | null;
  /** Files on their way. */
  #uploads: () => readonly Upload[] = () => [];

  /** @param sitting The attempt, once it is loaded. */
  constructor(model: ExamModel, store: OutboxStore, fields: OpenFields, sitting: () => Sitting | null) {
    this.#model = model;
    this.#store = store;
    this.#fields = fields;
    this.#sitting = sitting;
  }

  /**
   * Opens a question by its index; one that is not there does nothing. Where the exam goes forward only, nor does one that was
   * left, and it is asked before others are.
   */
  open(index: number): void {
    const { isForward, current, leavingFor } = this.#model;
    if (isForward.value && index !== current.value) {
      if (index < current.value || this.#model.questions.value[index] === undefined) return;
      this.#fields.read();
      if (mustAsk(this.#model, index, this.#uploads())) {
        leavingFor.value = index;
        return;
      }
    }
    this.#show(index);
  }

  /** Goes on to the question that was asked about, for good. */
  goOn(): void {
    const to = this.#model.leavingFor.value;
    this.#model.leavingFor.value = null;
    if (to !== null) this.#show(to);
  }

  /** Stays at the question in view. */
  stay(): void {
    this.#model.leavingFor.value = null;
  }

  /** Another device went further, to this question. */
  catchUp(furthest: string | undefined): void {
    const { isForward, questions, current } = this.#model;
    const index = furthestIndex(questions.value, [furthest]);
    if (isForward.value && index > current.value) this.#show(index);
  }

  #show(index: number): void {
    const question = this.#model.questions.value[index];
    if (question === undefined) return;
    this.#fields.read();
    this.#model.submitProblem.value = null;
    const isNew = this.#model.current.value !== index;
    this.#model.current.value = index;
    this.#model.stage.value = { kind: "sitting", view: "question" };
    if (isNew) this.#sitting()?.capture.answers()?.view(question.id);
    this.#note("current", question.id);
  }

  /** Tells of files that are on their way, before a question is left. */
  watchUploads(uploads: () => readonly Upload[]): void {
    this.#uploads = uploads;
  }

  /** Marks the question to come back to it, or takes the mark away. */
  toggleFlag(question: string): void {
    const flagged = toggled(this.#model.flagged.value, question);
    this.#model.flagged.value = flagged;
    this.#note("flagged", [...flagged]);
  }

  /** Puts something out of sight, or shows it again; a reload leaves it so. */
  toggleHidden(what: Hideable): void {
    const hidden = toggled(this.#model.hidden.value, what);
    this.#model.hidden.value = hidden;
    this.#note("hidden", [...hidden]);
  }

  /** The end was warned of, so many minutes before: a reload does not say it again. */
  warned(minutes: number | null): void {
    this.#model.warned.value = minutes;
    this.#note("warned", minutes);
  }

  /** A rule was said: a reload does not say it again. */
  told(rule: RuleName): void {
    if (this.#model.told.value.has(rule)) return;
    this.#model.told.value = new Set([...this.#model.told.value, rule]);
    this.#note("told", [...this.#model.told.value]);
  }

  /** Shows the list of answers before handing in. */
  review(): void {
    this.#fields.read();
    this.#model.submitProblem.value = null;
    this.#model.stage.value = { kind: "sitting", view: "review" };
  }

  /** Everything that proctors wrote and the server holds for unread. What was read here is said again, not shown. */
  unread(notices: readonly Notice[]): void {
    const seen = this.#sitting()?.notes.seen ?? [];
    for (const { id } of notices) if (seen.includes(id)) this.#sitting()?.link.seen(id);
    this.#model.notices.value = notices.filter(({ id }) => !seen.includes(id));
  }

  /** A proctor wrote; it stays until it is acknowledged. */
  notice(notice: Notice): void {
    this.#model.notices.value = [...this.#model.notices.value.filter(({ id }) => id !== notice.id), notice];
  }

  /** A proctor's word was read. */
  acknowledge({ id }: Notice): void {
    this.#model.notices.value = this.#model.notices.value.filter((other) => other.id !== id);
    const sitting = this.#sitting();
    if (sitting === null) return;
    sitting.notes.seen = [...sitting.notes.seen, id].slice(-MOST_SEEN);
    this.#note("seen", sitting.notes.seen);
    sitting.link.seen(id);
  }

  #note<Name extends keyof DeviceNotes>(name: Name, value: DeviceNotes[Name]): void {
    const sitting = this.#sitting();
    if (sitting !== null) writeDeviceNote(this.#store, sitting.attempt.attempt_id, name, value);
  }
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item): Set<Item> {
  const changed = new Set(set);
  if (!changed.delete(item)) changed.add(item);
  return changed;
}
