import { computed, signal } from "@preact/signals";
import type { ExamState } from "../../protocol/exam.ts";
import type { Question } from "../../protocol/items/registry.ts";
import type { CallFailure, Outcome } from "../staff/staff_api.ts";
import type { AuthoredExam, RevisedExam, SavedExam } from "./authored_exam.ts";
import { checkExam } from "./check_exam.ts";
import { countChanges, isSame } from "./exam_changes.ts";
import { History } from "./history.ts";
import type { LocalCopy } from "./local_copy.ts";
import { RenderedTexts, type RenderWorld } from "./texts/rendered_texts.ts";
import { Saver, type SaveState } from "./saver.ts";
import { inSections } from "./sections/section_moves.ts";

/** What a part of the page shows. */
export type View = "questions" | "settings";

/** Where the focus is to go: a field of the exam, or one of a question. */
export interface Place {
  question: string | null;
  path: readonly (string | number)[];
}

/** A field that the server refused, until it is written anew. */
export interface Refused extends Place {
  message: string;
  /** What stood in it. */
  value: unknown;
}

/** The world of an editor: a browser, or a test. */
export interface EditorWorld extends RenderWorld {
  put(body: { revision: number; document: AuthoredExam }): Promise<Outcome<SavedExam>>;
  /** Asks what a change would come to, and changes nothing. */
  preview(body: { revision: number; document: AuthoredExam }): Promise<Outcome<RevisedExam>>;
  get(): Promise<Outcome<SavedExam>>;
  after(ms: number, run: () => void): () => void;
  now(): number;
  random(): number;
  copy: LocalCopy;
  isSignedOut(error: CallFailure): boolean;
}

/** An exam while it is written: the document, its history, what is wrong with it, and how saving stands. */
export class Editor {
  readonly exam;
  readonly saved;
  readonly state;
  readonly save = signal<SaveState>({ kind: "saved" });
  readonly view = signal<View>("questions");
  /** Id of the question that is written at; the others show their first line. */
  readonly open = signal<string | null>(null);
  /** Id of the question that was added last, until another one is opened. */
  readonly fresh = signal<string | null>(null);
  /** Said to screen readers, as what was moved or removed. */
  readonly said = signal("");
  readonly focus = signal<Place | null>(null);
  readonly refused = signal<Refused | null>(null);
  /** Number of the question that was just removed: undo is offered. */
  readonly removed = signal<string | null>(null);
  readonly isRestored = signal(false);
  readonly steps = signal({ canUndo: false, canRedo: false });
  readonly checked = computed(() => checkExam(this.exam.value, this.saved.value.document, this.isAutomatic.value));
  /** Whether changes go out by themselves: nobody sits a draft. */
  readonly isAutomatic = computed(() => this.state.value === "draft");
  /** Places that differ from what the server has, and could go there. */
  readonly changes = computed(() => countChanges(this.checked.value.valid, this.saved.value.document));
  /** Its texts as students will see them, where they are Markdown. */
  readonly texts;
  readonly #history: History<AuthoredExam>;
  readonly #saver: Saver;
  readonly #usedIds: Set<string>;
  #keep: (() => void) | null = null;

  constructor(private readonly world: EditorWorld, loaded: SavedExam) {
    this.exam = signal(loaded.document);
    this.texts = new RenderedTexts(world);
    this.saved = signal<SavedExam>(loaded);
    this.state = signal<ExamState>(loaded.state);
    this.#history = new History(loaded.document);
    this.#usedIds = new Set(loaded.document.questions.map(({ id }) => id));
    this.#saver = new Saver({
      next: () => this.#unsaved(),
      put: (body) => world.put(body),
      after: (ms, run) => world.after(ms, run),
      onSaved: (saved) => this.#take(saved),
      onState: (state) => this.#show(state),
      isStale: ({ status, path }) => status === 409 && path === "revision",
      isSignedOut: (error) => world.isSignedOut(error),
    });
  }

  get random(): () => number {
    return () => this.world.random();
  }

  get usedIds(): ReadonlySet<string> {
    return this.#usedIds;
  }

  /** Goes on with what was kept in this browser. */
  restore(): void {
    const kept = this.world.copy.read();
    if (kept === null) return;
    if (isSame(kept.document, this.saved.value.document)) return this.world.copy.forget();
    this.edit(() => kept.document, "");
    this.isRestored.value = true;
    if (kept.revision === this.saved.value.revision) return;
    this.#saver.stop();
    this.save.value = { kind: "conflict" };
  }

  /**
   * Changes the exam.
   *
   * @param place Where: edits in one place shortly after each other are one step of the history. "" is a step of its own.
   */
  edit(change: (exam: AuthoredExam) => AuthoredExam, place: string): void {
    const exam = inSections(change(this.exam.value));
    if (exam === this.exam.value) return;
    this.#history.push(exam, place, this.world.now());
    this.#put(exam);
  }

  set<Name extends keyof AuthoredExam>(name: Name, value: AuthoredExam[Name]): void {
    this.edit((exam) => ({ ...exam, [name]: value }), String(name));
  }

  /** Changes a question. @param place The field within it. */
  editQuestion(id: string, change: (question: Question) => Question, place: string): void {
    this.edit((exam) => {
      const questions = exam.questions.map((question) => question.id === id ? change(question) : question);
      return { ...exam, questions };
    }, `${id}.${place}`);
  }

  undo(): void {
    this.#put(this.#history.undo());
  }

  redo(): void {
    this.#put(this.#history.redo());
  }

  /** Leads to a field. */
  go(place: Place): void {
    this.view.value = place.question === null && !isOnFirstView(place.path) ? "settings" : "questions";
    if (place.question !== null) {
      if (this.fresh.value !== place.question) this.fresh.value = null;
      this.open.value = place.question;
    }
    this.focus.value = place;
  }

  /** Sends what is valid, now. @returns Whether the server has it. */
  async flush(): Promise<boolean> {
    await this.#saver.flush();
    return this.save.value.kind === "saved";
  }

  /** Whom the changes that wait here would meet. */
  async preview(): Promise<RevisedExam | null> {
    const outcome = await this.world.preview({
      revision: this.saved.value.revision,
      document: this.checked.value.valid,
    });
    return outcome.ok ? outcome.value : null;
  }

  /** Settles a conflict: theirs in place of mine, which undo brings back, or mine over theirs. */
  async settle(keep: "mine" | "theirs"): Promise<CallFailure | null> {
    const outcome = await this.world.get();
    if (!outcome.ok) return outcome.error;
    this.reload(outcome.value, keep === "theirs");
    this.save.value = { kind: "saved" };
    this.#saver.resume();
    return null;
  }

  /** Asks the server how the exam stands: it was published, closed or opened again. */
  async refresh(): Promise<void> {
    const outcome = await this.world.get();
    if (outcome.ok) this.reload(outcome.value);
    else if (this.world.isSignedOut(outcome.error)) this.signedOut();
  }

  /** Goes back to what the server has; undo brings the changes back. */
  drop(): void {
    this.edit(() => this.saved.value.document, "");
  }

  /** The network is back: what waits is tried at once. */
  async online(): Promise<void> {
    if (this.save.value.kind === "away") await this.#saver.flush();
  }

  /** The session has ended, as in another tab: what is written stays here, and nothing is sent. */
  signedOut(): void {
    this.#saver.stop();
    this.save.value = { kind: "signed_out" };
  }

  /** Somebody may have signed in again, in another tab: then it goes on from what is written here. */
  async signedIn(): Promise<void> {
    if (this.save.value.kind !== "signed_out") return;
    const outcome = await this.world.get();
    if (!outcome.ok) return;
    if (!this.isAutomatic.value) this.save.value = { kind: "saved" };
    this.#saver.resume(this.isAutomatic.value);
  }

  /** Takes over what the server has now. @param isShown Also in place of what is written here. */
  reload(saved: SavedExam, isShown = false): void {
    this.saved.value = saved;
    this.state.value = saved.state;
    if (isShown) this.edit(() => saved.document, "");
    else this.#keepLocally();
  }

  #unsaved(): { revision: number; document: AuthoredExam } | null {
    const { revision, document } = this.saved.value;
    const { valid } = this.checked.value;
    const isHeld = this.refused.value !== null;
    return isHeld || countChanges(valid, document) === 0 ? null : { revision, document: valid };
  }

  #put(exam: AuthoredExam): void {
    this.exam.value = exam;
    this.removed.value = null;
    for (const { id } of exam.questions) this.#usedIds.add(id);
    this.steps.value = { canUndo: this.#history.canUndo, canRedo: this.#history.canRedo };
    const refused = this.refused.value;
    if (refused !== null && !isSame(valueAt(exam, refused), refused.value)) this.refused.value = null;
    this.#keepLocally();
    if (this.isAutomatic.value) this.#saver.touch();
  }

  #take(saved: SavedExam): void {
    this.saved.value = saved;
    this.state.value = saved.state;
    this.#keepLocally();
  }

  #show(state: SaveState): void {
    if (state.kind === "refused") {
      const path = state.error.path.replace(/^document\./, "").split(".");
      const place = path[0] === "questions"
        ? { question: this.checked.value.valid.questions[Number(path[1])]?.id ?? null, path: path.slice(2) }
        : { question: null, path };
      this.refused.value = { ...place, message: state.error.message, value: valueAt(this.exam.value, place) };
    }
    this.save.value = state;
  }

  /** Keeps in this browser what the server does not have, a moment later. */
  #keepLocally(): void {
    this.#keep?.();
    this.#keep = this.world.after(150, () => this.keepNow());
  }

  /** Keeps in this browser what the server does not have: the page may go at any time. */
  keepNow(): void {
    const { revision, document } = this.saved.value;
    const { problems } = this.checked.value;
    if (problems.length === 0 && countChanges(this.checked.value.valid, document) === 0) this.world.copy.forget();
    else this.world.copy.write(revision, this.exam.value);
  }
}

/** Title and what stands beside it are above the questions. */
function isOnFirstView([name]: readonly (string | number)[]): boolean {
  return name === "title" || name === "code" || name === "instructions" || name === "language" ||
    name === "questions" ||
    name === "sections";
}

function valueAt(exam: AuthoredExam, { question, path }: Place): unknown {
  if (question !== null) return exam.questions.find(({ id }) => id === question);
  return new Map<string, unknown>(Object.entries(exam)).get(String(path[0]));
}
