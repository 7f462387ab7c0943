import { CloseCode } from "../../protocol/close_codes.ts";
import type { AttemptState } from "../../protocol/exam.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import type { LinkStatus, LinkWorld } from "../capture/attempt_link.ts";
import { withEvents } from "./answer_book.ts";
import type { StartCapture } from "./capture_switch.ts";
import { type DeviceNotes, writeDeviceNote } from "./device_notes.ts";
import type { Ending, ExamModel, Hold, Notice, Obstacle } from "./exam_model.ts";
import { loadAttempt } from "./load_attempt.ts";
import { createSitting, type Sitting } from "./sitting.ts";
import type { getAttempt, submitExam } from "./student_api.ts";
import type { StudentStorage } from "./student_storage.ts";
import type { TabClaim } from "./tab_claim.ts";

/** Answers on their way for longer than this are called not saved, in ms. */
export const SAVING_PATIENCE_MS = 4_000;

/** How long handing in waits for the outbox before the answers go along with it, in ms. */
export const DRAIN_MS = 8_000;

/** How long late work is sent after the deadline, in ms: longer than any usual grace. */
const LATE_DRAIN_MS = 30 * 60_000;

/** How long a page waits before it leads on to where the exam's policy says, in ms: time to read why. */
export const REDIRECT_AFTER_MS = 4_000;

const OBSTACLES: Readonly<Record<number, Obstacle>> = {
  [CloseCode.taken_over]: "taken_over",
  [CloseCode.unauthorized]: "not_opened",
  [CloseCode.forbidden]: "not_opened",
  [CloseCode.not_found]: "not_opened",
  [CloseCode.protocol_version]: "protocol_version",
};

/** What a session needs of its surroundings. */
export interface SessionParts {
  world: LinkWorld;
  storage: StudentStorage;
  claim: TabClaim;
  api: { getAttempt: typeof getAttempt; submitExam: typeof submitExam };
  startCapture: StartCapture;
  leave(path: string): void;
}

/** One student sitting one exam on this page: ties capture, connection, answers and what is shown together. */
export class ExamSession {
  readonly model: ExamModel;
  readonly #parts: SessionParts;
  #sitting: Sitting | null = null;
  /** Server time minus the monotonic clock, ms. */
  #serverOffset = 0;
  #unsavedSince: number | null = null;

  constructor(model: ExamModel, parts: SessionParts) {
    this.model = model;
    this.#parts = parts;
  }

  /** Loads the attempt and begins, or says why it cannot. */
  async start(): Promise<void> {
    const { world, storage, claim, api } = this.#parts;
    const token = await storage.readToken().catch(() => null);
    if (token === null) return this.#stuck("not_joined");
    const loading = loadAttempt(api, world, token, () => this.#stuck("unreachable"));
    const [attempt] = await Promise.all([loading, claim.claimed]);
    if (attempt === null) return this.#stuck("not_opened");
    this.model.isDurable.value = storage.isDurable;
    const sitting = await createSitting(
      {
        model: this.model,
        world,
        store: storage.store,
        startCapture: this.#parts.startCapture,
        listener: {
          message: (message) => this.#hear(message),
          status: (status) => this.#follow(status),
          changed: () => this.#showSaving(),
          overtaken: (fromSeq) => this.#overtaken(fromSeq),
        },
      },
      token,
      attempt,
    );
    this.#sitting = sitting;
    claim.onClaimedElsewhere(() => this.#letGo());
    this.#setServerTime(attempt.server_time);
    this.#tick();
    await this.#begin(sitting);
  }

  /** A field's text changed. */
  edit(question: string, after: string, caret: number | undefined, inputType: string, data: string | null): void {
    const answers = this.#sitting?.capture.answers();
    if (answers) this.#sitting?.keeper.edit(answers, { question, after, caret, inputType, data });
  }

  /** Choices were made. */
  select(question: string, choices: readonly string[]): void {
    const answers = this.#sitting?.capture.answers();
    if (answers) this.#sitting?.keeper.select(answers, question, choices);
  }

  /** Opens a question by its index; one that is not there does nothing. */
  open(index: number): void {
    const question = this.model.questions.value[index];
    if (question === undefined) return;
    const isNew = this.model.current.value !== index;
    this.model.current.value = index;
    this.model.stage.value = { kind: "sitting", view: "question" };
    if (isNew) this.#sitting?.capture.answers()?.view(question.id);
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
    if (sitting === null || this.model.stage.value.kind !== "sitting") return;
    this.model.submitProblem.value = null;
    this.model.stage.value = { kind: "submitting" };
    sitting.capture.off();
    const isDrained = await sitting.link.drained(DRAIN_MS);
    const answers = isDrained ? undefined : this.model.answers.value;
    const outcome = await this.#parts.api.submitExam(sitting.token, answers);
    if (outcome.ok || outcome.refusal.code === "submitted" || outcome.refusal.code === "past_deadline") {
      return await this.#learnEnding(sitting, "student");
    }
    // The socket may have said meanwhile that it is over.
    if (this.model.stage.value.kind !== "submitting") return;
    this.model.submitProblem.value = outcome.refusal.message;
    this.model.stage.value = { kind: "sitting", view: "review" };
    this.#resumeCapture();
  }

  /** The page is hidden for the moment: what is open is sent. */
  hidden(): void {
    this.#sitting?.link.flush();
  }

  /** The page is going away, or into the browser's memory. */
  leaving(): void {
    this.#sitting?.capture.off();
    this.#sitting?.link.flushNow();
  }

  /** The page came back, or the network did. */
  back(): void {
    this.#resumeCapture();
    this.#sitting?.link.retryNow();
  }

  /** Token of the attempt, for the download of what was captured. */
  get token(): string | null {
    return this.#sitting?.token ?? null;
  }

  async #begin({ attempt, link, keeper, capture }: Sitting): Promise<void> {
    if (isOver(attempt.state)) {
      this.#end({ state: attempt.state, cause: null, receipt: attempt.receipt, redirectTo: null });
      if (attempt.state === "expired" && link.unsavedAnswers > 0) link.start();
      return;
    }
    this.model.stage.value = { kind: "sitting", view: "question" };
    await keeper.recover(capture.recovery(), attempt.last_seq);
    this.#setHold(attempt.state);
    this.#resumeCapture();
    const first = this.model.questions.value[this.model.current.value];
    if (first !== undefined) capture.answers()?.view(first.id);
    link.start();
  }

  #hear(message: ServerToStudent): void {
    const { model } = this;
    switch (message.type) {
      case "welcome":
        this.#setServerTime(message.server_time);
        model.deadline.value = message.deadline;
        return this.#setHold(message.state);
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
    if (status.kind !== "closed" || this.#sitting === null) return;
    this.#sitting.capture.off();
    if (this.model.stage.value.kind === "over") return;
    if (status.code === CloseCode.finished) void this.#learnEnding(this.#sitting, null);
    else this.#stuck(OBSTACLES[status.code] ?? "broken");
  }

  async #overtaken(fromSeq: number): Promise<number | null> {
    const sitting = this.#sitting;
    if (sitting === null) return null;
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    if (!outcome.ok) return null;
    sitting.keeper.adopt(withEvents(outcome.value.answers, sitting.link.eventsFrom(fromSeq)));
    const lastT = outcome.value.last_t ?? sitting.clock.t();
    sitting.clock.catchUp(lastT);
    return lastT;
  }

  /** A newer tab of this browser goes on; resolves once what is open is on the disk that both share. */
  async #letGo(): Promise<void> {
    const { sitting, store } = { sitting: this.#sitting, store: this.#parts.storage.store };
    if (sitting === null) return;
    sitting.capture.off();
    sitting.link.stop();
    this.#stuck("taken_over");
    // Transactions of one store come in order: once this note is written, so is what was asked for before.
    await store.putNote(sitting.attempt.attempt_id, "left", true).catch(() => {});
    await store.listBatches(sitting.attempt.attempt_id).catch(() => []);
  }

  async #learnEnding(sitting: Sitting, cause: Ending["cause"]): Promise<void> {
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    const known = this.model.stage.value.kind === "over" ? this.model.stage.value.ending : null;
    this.#end({
      state: outcome.ok && isOver(outcome.value.state) ? outcome.value.state : known?.state ?? "submitted",
      cause: known?.cause ?? cause,
      receipt: outcome.ok ? outcome.value.receipt : known?.receipt ?? "",
      redirectTo: known?.redirectTo ?? null,
    });
  }

  #end(ending: Ending): void {
    const wasOver = this.model.stage.value.kind === "over";
    this.model.hold.value = null;
    this.model.stage.value = { kind: "over", ending };
    const sitting = this.#sitting;
    if (wasOver || sitting === null) return;
    sitting.capture.off();
    const path = ending.redirectTo;
    if (path !== null) this.#parts.world.after(REDIRECT_AFTER_MS, () => this.#parts.leave(path));
    if (ending.state !== "expired") return sitting.link.stop();
    // At the deadline the server took what it had; what was still on the way is taken in the grace period.
    void sitting.link.drained(LATE_DRAIN_MS).then((isDrained) => {
      if (!isDrained) return;
      sitting.link.stop();
      return this.#learnEnding(sitting, null);
    });
  }

  #setHold(state: AttemptState): void {
    const kind = state === "paused" || state === "locked" ? state : null;
    if (kind !== (this.model.hold.value?.kind ?? null)) this.#hold(kind === null ? null : { kind, reason: null });
  }

  #hold(hold: Hold | null): void {
    this.model.hold.value = hold;
    // What happens while the exam stands still is nobody's business.
    if (hold === null) this.#resumeCapture();
    else this.#sitting?.capture.off();
  }

  #resumeCapture(): void {
    const isWriting = this.model.stage.value.kind === "sitting" && this.model.hold.value === null;
    if (isWriting) this.#sitting?.capture.on();
  }

  #stuck(obstacle: Obstacle): void {
    this.model.stage.value = { kind: "stuck", obstacle };
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
    sitting?.clock.catchUp(serverTime - sitting.attempt.started_at);
  }

  #tick(): void {
    this.model.serverNow.value = this.#parts.world.now() + this.#serverOffset;
    this.#showSaving();
    this.#parts.world.after(1_000, () => this.#tick());
  }

  #keepNotices(notices: Notice[]): void {
    this.model.notices.value = notices;
    this.#note("notices", notices);
  }

  #note<Name extends keyof DeviceNotes>(name: Name, value: DeviceNotes[Name]): void {
    const sitting = this.#sitting;
    if (sitting !== null) writeDeviceNote(this.#parts.storage.store, sitting.attempt.attempt_id, name, value);
  }
}

function isOver(state: AttemptState): boolean {
  return state === "expired" || state === "submitted" || state === "terminated";
}
