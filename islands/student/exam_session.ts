import { CloseCode } from "../../protocol/close_codes.ts";
import type { AttemptState } from "../../protocol/exam.ts";
import type { AttemptAnswer } from "../../protocol/rest.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { AnswerCapture } from "../capture/answer_capture.ts";
import { AttemptClock } from "../capture/attempt_clock.ts";
import { AttemptLink, type LinkStatus, type LinkWorld } from "../capture/attempt_link.ts";
import { backoffMs } from "../capture/backoff.ts";
import type { CaptureContext } from "../capture/capture_signal.ts";
import { ExamTexts } from "../capture/exam_texts.ts";
import { HeldBatches } from "../capture/held_batches.ts";
import { Outbox } from "../capture/outbox.ts";
import type { Note } from "../capture/outbox_store.ts";
import type { RunningCapture } from "../capture/start_capture.ts";
import { withEvents } from "./answer_book.ts";
import { AnswerKeeper } from "./answer_keeper.ts";
import type { Ending, ExamModel, Hold, Notice, Obstacle } from "./exam_model.ts";
import { paperTexts } from "./paper_texts.ts";
import type { getAttempt, submitExam } from "./student_api.ts";
import type { StudentStorage } from "./student_storage.ts";
import type { TabClaim } from "./tab_claim.ts";

/** Answers on their way for longer than this are called not saved, in ms. */
export const SAVING_PATIENCE_MS = 4_000;

/** How long handing in waits for the outbox before the answers go along with it, in ms. */
export const DRAIN_MS = 8_000;

/** How long a page waits before it leads on to where the exam's policy says, in ms: time to read why. */
export const REDIRECT_AFTER_MS = 4_000;

/** What a session needs of its surroundings. */
export interface SessionParts {
  world: LinkWorld;
  storage: StudentStorage;
  claim: TabClaim;
  api: { getAttempt: typeof getAttempt; submitExam: typeof submitExam };
  startCapture(context: CaptureContext, remember: (text: string) => void): RunningCapture;
  leave(path: string): void;
}

/** What exists once the attempt is loaded. */
interface Sitting {
  token: string;
  attempt: AttemptAnswer;
  clock: AttemptClock;
  link: AttemptLink;
  keeper: AnswerKeeper;
  texts: ExamTexts;
}

/** One student sitting one exam on this page: ties capture, connection, answers and what is shown together. */
export class ExamSession {
  readonly model: ExamModel;
  readonly #parts: SessionParts;
  #sitting: Sitting | null = null;
  #capture: RunningCapture | null = null;
  /** Server time minus the monotonic clock, ms. */
  #serverOffset = 0;
  #unsavedSince: number | null = null;

  constructor(model: ExamModel, parts: SessionParts) {
    this.model = model;
    this.#parts = parts;
  }

  /** Loads the attempt and begins, or says why it cannot. */
  async start(): Promise<void> {
    const { storage, claim } = this.#parts;
    const token = await storage.readToken().catch(() => null);
    if (token === null) return this.#stuck("not_joined");
    const [attempt] = await Promise.all([this.#load(token), claim.claimed]);
    if (attempt === null) return;
    this.model.isDurable.value = storage.isDurable;
    await this.#sit(token, attempt);
    claim.onClaimedElsewhere(async () => {
      this.#stopCapture();
      this.#sitting?.link.stop();
      this.#stuck("taken_over");
      // The writes of what was open have been asked for; this one is done after them.
      await storage.store.putNote(attempt.attempt_id, "left", true).catch(() => {});
    });
  }

  /** A field's text changed. */
  edit(question: string, after: string, caret: number | undefined, inputType: string, data: string | null): void {
    const answers = this.#answerCapture();
    if (answers === null) return;
    this.#sitting?.keeper.edit(answers, { question, after, caret, inputType, data });
  }

  /** Choices were made. */
  select(question: string, choices: readonly string[]): void {
    const answers = this.#answerCapture();
    if (answers !== null) this.#sitting?.keeper.select(answers, question, choices);
  }

  /** Opens a question by its index; one that is not there does nothing. */
  open(index: number): void {
    const question = this.model.questions.value[index];
    if (question === undefined) return;
    const isNew = this.model.current.value !== index;
    this.model.current.value = index;
    this.model.stage.value = { kind: "sitting", view: "question" };
    if (isNew) this.#answerCapture()?.view(question.id);
    this.#note("current", question.id);
  }

  /** Marks the question to come back to it, or takes the mark away. */
  toggleFlag(question: string): void {
    const flagged = new Set(this.model.flagged.value);
    if (!flagged.delete(question)) flagged.add(question);
    this.model.flagged.value = flagged;
    this.#note("flagged", [...flagged]);
  }

  /** Shows the list of answers before handing in. */
  review(): void {
    this.model.submitProblem.value = null;
    this.model.stage.value = { kind: "sitting", view: "review" };
  }

  /** A proctor's word was read. */
  acknowledge(notice: Notice): void {
    this.#keepNotices(this.model.notices.value.filter((other) => other !== notice));
  }

  /** Hands the exam in, once everything is on the server; answers that are not go along. */
  async submit(): Promise<void> {
    const sitting = this.#sitting;
    if (sitting === null) return;
    this.model.submitProblem.value = null;
    this.model.stage.value = { kind: "submitting" };
    this.#stopCapture();
    const isDrained = await sitting.link.drained(DRAIN_MS);
    const answers = isDrained ? undefined : this.model.answers.value;
    const outcome = await this.#parts.api.submitExam(sitting.token, answers);
    if (outcome.ok || outcome.refusal.code === "submitted" || outcome.refusal.code === "past_deadline") {
      return await this.#learnEnding("student");
    }
    // The socket may have said meanwhile that it is over.
    if (this.model.stage.value.kind !== "submitting") return;
    this.model.submitProblem.value = outcome.refusal.message;
    this.model.stage.value = { kind: "sitting", view: "review" };
    this.#startCapture();
  }

  /** The page is hidden for the moment: what is open is sent. */
  hidden(): void {
    this.#sitting?.link.flush();
  }

  /** The page is going away, or into the browser's memory. */
  leaving(): void {
    this.#stopCapture();
    this.#sitting?.link.flushNow();
  }

  /** The page came back, or the network did. */
  back(): void {
    if (this.model.stage.value.kind === "sitting" && this.model.hold.value === null) this.#startCapture();
    this.#sitting?.link.retryNow();
  }

  /** Token of the attempt, for the download of what was captured. */
  get token(): string | null {
    return this.#sitting?.token ?? null;
  }

  async #load(token: string): Promise<AttemptAnswer | null> {
    for (let failures = 0;; failures++) {
      const outcome = await this.#parts.api.getAttempt(token);
      if (outcome.ok) return outcome.value;
      const { status } = outcome.refusal;
      if (status === 401 || status === 403 || status === 404) {
        this.#stuck("not_opened");
        return null;
      }
      this.#stuck("unreachable");
      const waitMs = backoffMs(failures, this.#parts.world.random());
      await new Promise<void>((resolve) => this.#parts.world.after(waitMs, resolve));
    }
  }

  async #sit(token: string, attempt: AttemptAnswer): Promise<void> {
    const { world, storage: { store } } = this.#parts;
    const id = attempt.attempt_id;
    const batches = await store.listBatches(id).catch(() => []);
    const outbox = new Outbox(batches, attempt.last_seq);
    const lastT = outbox.held.reduce((last, { events }) => Math.max(last, events.at(-1)?.t ?? 0), attempt.last_t ?? 0);
    const elapsedMs = attempt.server_time - attempt.started_at;
    const clock = new AttemptClock(world.now, Math.max(elapsedMs, lastT));
    const notes = await store.listNotes(id, "").catch(() => new Map<string, Note>());
    const copies = texts(notes.get("copies"));
    const setDurable = (isDurable: boolean) => this.model.isDurable.value = isDurable;
    const link = new AttemptLink(
      world,
      token,
      new HeldBatches(store, id, outbox, world.after, setDurable),
      {
        settle: () => this.#capture?.settle(),
        message: (message) => this.#hear(message),
        status: (status) => this.#follow(status),
        changed: () => this.#showSaving(),
        overtaken: () => this.#overtaken(),
        shifted: (ms) => clock.advance(ms),
      },
      lastT,
    );
    const keeper = new AnswerKeeper(this.model, store, id, () => outbox.nextSeq);
    this.#sitting = {
      token,
      attempt,
      clock,
      link,
      keeper,
      texts: new ExamTexts(paperTexts(attempt.exam), copies),
    };
    this.#setServerTime(attempt.server_time);
    this.model.attempt.value = attempt;
    this.model.deadline.value = attempt.deadline;
    this.model.flagged.value = new Set(texts(notes.get("flagged")));
    this.model.notices.value = readNotices(notes.get("notices"));
    const index = attempt.exam.questions.findIndex((question) => question.id === notes.get("current"));
    this.model.current.value = Math.max(0, index);
    this.#tick();
    const expected = withEvents(attempt.answers, outbox.held.flatMap((batch) => batch.events));
    this.model.answers.value = expected;
    if (isOverState(attempt.state)) {
      this.#end({ state: attempt.state, cause: null, receipt: attempt.receipt, redirectTo: null });
      if (attempt.state === "expired" && outbox.held.length > 0) link.start();
      return;
    }
    this.model.stage.value = { kind: "sitting", view: "question" };
    const answers = new AnswerCapture(this.#context(clock, link), this.#sitting.texts);
    await keeper.recover(answers, expected, attempt.last_seq);
    this.#setHold(attempt.state);
    if (this.model.hold.value === null) this.#startCapture();
    const first = this.model.questions.value[this.model.current.value];
    if (first !== undefined) this.#answerCapture()?.view(first.id);
    link.start();
  }

  #hear(message: ServerToStudent): void {
    const { model } = this;
    switch (message.type) {
      case "welcome":
        this.#setServerTime(message.server_time);
        model.deadline.value = message.deadline;
        if (!isOverState(message.state)) this.#setHold(message.state);
        return;
      case "time":
        this.#setServerTime(message.server_time);
        model.deadline.value = message.deadline;
        return;
      case "pong":
        return this.#setServerTime(message.server_time);
      case "risk":
      case "high_risk_alert":
        model.risk.value = { risk: message.risk, level: message.level, reasons: message.reasons };
        return;
      case "notice":
        return this.#keepNotices([...model.notices.value, { kind: message.kind, text: message.text, at: message.at }]);
      case "paused":
        model.deadline.value = message.deadline;
        return this.#hold(message.paused ? { kind: "paused", reason: message.reason } : null);
      case "locked":
        model.deadline.value = message.deadline;
        return this.#hold(message.locked ? { kind: "locked", reason: message.reason } : null);
      case "submitted":
        return this.#end({
          state: message.state,
          cause: message.reason,
          receipt: message.receipt,
          redirectTo: message.redirect_to,
        });
    }
  }

  #follow(status: LinkStatus): void {
    this.model.link.value = status;
    this.#showSaving();
    if (status.kind !== "closed") return;
    this.#stopCapture();
    if (this.model.stage.value.kind === "over") return;
    switch (status.code) {
      case CloseCode.finished:
        return void this.#learnEnding(null);
      case CloseCode.taken_over:
        return this.#stuck("taken_over");
      case CloseCode.unauthorized:
      case CloseCode.forbidden:
      case CloseCode.not_found:
        return this.#stuck("not_opened");
      case CloseCode.protocol_version:
        return this.#stuck("protocol_version");
      default:
        return this.#stuck("broken");
    }
  }

  async #overtaken(): Promise<number | null> {
    const sitting = this.#sitting;
    if (sitting === null) return null;
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    if (!outcome.ok) return null;
    sitting.keeper.adopt(withEvents(outcome.value.answers, sitting.link.unsentEvents()));
    const lastT = outcome.value.last_t ?? sitting.clock.t();
    sitting.clock.catchUp(lastT);
    return lastT;
  }

  async #learnEnding(cause: Ending["cause"]): Promise<void> {
    const sitting = this.#sitting;
    if (sitting === null) return;
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    const known = this.model.stage.value.kind === "over" ? this.model.stage.value.ending : null;
    this.#end({
      state: outcome.ok && isOverState(outcome.value.state) ? outcome.value.state : known?.state ?? "submitted",
      cause: known?.cause ?? cause,
      receipt: outcome.ok ? outcome.value.receipt : known?.receipt ?? "",
      redirectTo: known?.redirectTo ?? null,
    });
  }

  #end(ending: Ending): void {
    const wasOver = this.model.stage.value.kind === "over";
    this.#stopCapture();
    this.model.hold.value = null;
    this.model.stage.value = { kind: "over", ending };
    const link = this.#sitting?.link;
    if (wasOver || link === undefined) return;
    if (ending.redirectTo !== null) {
      const path = ending.redirectTo;
      this.#parts.world.after(REDIRECT_AFTER_MS, () => this.#parts.leave(path));
    }
    if (ending.state !== "expired") return link.stop();
    // At the deadline the server took what it had; what was still on the way is taken in the grace period.
    void link.drained(10 * 60_000).then((isDrained) => {
      if (!isDrained) return;
      link.stop();
      return this.#learnEnding(null);
    });
  }

  #setHold(state: AttemptState): void {
    const kind = state === "paused" || state === "locked" ? state : null;
    if (kind === (this.model.hold.value?.kind ?? null)) return;
    this.#hold(kind === null ? null : { kind, reason: null });
  }

  #hold(hold: Hold | null): void {
    this.model.hold.value = hold;
    // What happens while the exam stands still is nobody's business.
    if (hold !== null) this.#stopCapture();
    else if (this.model.stage.value.kind === "sitting") this.#startCapture();
  }

  #stuck(obstacle: Obstacle): void {
    this.model.stage.value = { kind: "stuck", obstacle };
  }

  #startCapture(): void {
    if (this.#sitting === null || this.#capture !== null) return;
    const { clock, link, texts } = this.#sitting;
    this.#capture = this.#parts.startCapture(this.#context(clock, link), (copied) => {
      texts.copied(copied);
      this.#note("copies", [...texts.copies()]);
    });
  }

  #stopCapture(): void {
    this.#capture?.stop();
    this.#capture = null;
  }

  #context(clock: AttemptClock, link: AttemptLink): CaptureContext {
    return { record: (event) => link.record(event), t: (at) => clock.t(at), now: () => clock.now() };
  }

  #answerCapture(): AnswerCapture | null {
    return this.#capture && this.#sitting && new AnswerCapture(this.#capture.context, this.#sitting.texts);
  }

  #showSaving(): void {
    const unsaved = this.#sitting?.link.unsavedAnswers ?? 0;
    const now = this.#parts.world.now();
    this.#unsavedSince = unsaved === 0 ? null : this.#unsavedSince ?? now;
    const isPatient = this.#unsavedSince !== null && now - this.#unsavedSince < SAVING_PATIENCE_MS &&
      this.model.link.value.kind === "online";
    this.model.saving.value = this.#unsavedSince === null ? "saved" : isPatient ? "saving" : "unsaved";
  }

  #setServerTime(serverTime: number): void {
    this.#serverOffset = serverTime - this.#parts.world.now();
    const sitting = this.#sitting;
    if (sitting !== null) sitting.clock.catchUp(serverTime - sitting.attempt.started_at);
  }

  #tick(): void {
    this.model.serverNow.value = this.#parts.world.now() + this.#serverOffset;
    this.#showSaving();
    if (this.model.stage.value.kind !== "over") this.#parts.world.after(1_000, () => this.#tick());
  }

  #keepNotices(notices: readonly Notice[]): void {
    this.model.notices.value = notices;
    this.#note("notices", notices.map(({ kind, text, at }) => ({ kind, text, at })));
  }

  #note(name: string, note: Note): void {
    const id = this.#sitting?.attempt.attempt_id;
    if (id !== undefined) this.#parts.storage.store.putNote(id, name, note).catch(() => {});
  }
}

function isOverState(state: AttemptState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}

function texts(note: Note | undefined): string[] {
  return Array.isArray(note) ? note.filter((item) => typeof item === "string") : [];
}

function readNotices(note: Note | undefined): Notice[] {
  if (!Array.isArray(note)) return [];
  return note.flatMap((item) => {
    if (item === null || typeof item !== "object" || Array.isArray(item)) return [];
    const { kind, text, at } = item;
    const isNotice = (kind === "message" || kind === "warning") && typeof text === "string" && typeof at === "number";
    return isNotice ? [{ kind, text, at }] : [];
  });
}
