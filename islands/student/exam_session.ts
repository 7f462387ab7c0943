import { CloseCode } from "../../protocol/close_codes.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { type LinkStatus, STOPPED } from "../link/connection.ts";
import { withEvents, withServers } from "./answer_book.ts";
import type { StartCapture } from "./capture_switch.ts";
import { endExam, type EndParts, isOver, learnEnding } from "./exam_end.ts";
import { ExamHold } from "./exam_hold.ts";
import { type ExamModel, type Obstacle, takeRisk } from "./exam_model.ts";
import { handIn } from "./hand_in.ts";
import { lateWorkFile, unsentWork } from "./late_work.ts";
import { leaveDevice } from "./leave_device.ts";
import { loadAttempt } from "./load_attempt.ts";
import { OBSTACLES } from "./obstacles.ts";
import { openAttempt, type OpenParts } from "./open_attempt.ts";
import { OpenFields } from "./open_fields.ts";
import { PaperMoves } from "./paper_moves.ts";
import { SessionClock } from "./session_clock.ts";
import { createSitting, type Sitting, type SittingListener } from "./sitting.ts";
import type { getAttempt, submitExam } from "./student_api.ts";

/** What a session needs of its surroundings. */
interface SessionParts extends OpenParts {
  api: { getAttempt: typeof getAttempt; submitExam: typeof submitExam };
  startCapture: StartCapture;
}

/** One student sitting one exam on this page: ties capture, connection, answers and what is shown together. */
export class ExamSession {
  readonly model: ExamModel;
  readonly #parts: SessionParts;
  #sitting: Sitting | null = null;
  /** Hash of the last batch that the server has, by its last welcome. */
  #lastHash: string | null = null;
  /** Where text is written. */
  readonly fields = new OpenFields();
  /** Going about in the paper. */
  readonly moves: PaperMoves;
  readonly #clock: SessionClock;
  readonly #end: EndParts;
  readonly #hold: ExamHold;

  constructor(model: ExamModel, parts: SessionParts) {
    this.model = model;
    this.#parts = parts;
    const forget = (attemptId: string) => void leaveDevice(parts.storage, model, attemptId);
    this.#end = { model, world: parts.world, api: parts.api, leave: parts.leave, forget };
    this.#hold = new ExamHold(model, parts.world, (isHeld) => this.#holdChanged(isHeld));
    this.moves = new PaperMoves(model, parts.storage.store, this.fields, () => this.#sitting);
    this.#clock = new SessionClock(model, parts.world, () => this.#sitting?.link.unsavedAnswers ?? 0);
  }

  /** Loads the attempt and begins, or says why it cannot. */
  async start(): Promise<void> {
    const { storage } = this.#parts;
    const opened = await openAttempt(this.#parts, () => this.#stuck("unreachable"));
    if (typeof opened === "string") return this.#stuck(opened);
    const { token, attempt, claim, isKept } = opened;
    this.model.isDurable.value = storage.isDurable;
    claim.onClaimedElsewhere(() => this.#letGo());
    this.#clock.start(attempt.server_time);
    await this.#sit(token, attempt, isKept);
  }

  /** Puts the attempt together as it stands, and begins with it. */
  async #sit(token: string, attempt: AttemptAnswer, isKept: boolean): Promise<void> {
    const { model } = this;
    const { world, storage, startCapture } = this.#parts;
    const listener: SittingListener = {
      settle: () => this.fields.read(),
      message: (message) => {
        this.#hear(message);
        const state = model.stage.value.kind === "waiting" ? "waiting" : model.hold.value?.kind ?? "active";
        void this.#sitting?.copy.stands(state, model.deadline.value);
      },
      status: (status) => this.#follow(status),
      changed: () => this.#clock.showSaving(),
      overtaken: (fromSeq) => this.#overtaken(fromSeq),
    };
    const sitting = await createSitting({ model, world, store: storage.store, startCapture, listener }, token, attempt);
    this.#sitting = sitting;
    this.#clock.setServerTime(attempt.server_time);
    if (!isKept && !isOver(attempt.state)) await sitting.copy.load(attempt);
    await this.#begin(sitting);
  }

  /** A field's text changed. */
  edit(question: string, after: string, caret: number | undefined, inputType: string, data: string | null): void {
    const answers = this.#sitting?.capture.answers();
    if (answers) this.#sitting?.keeper.edit(answers, { question, after, caret, inputType, data });
  }

  /** Choices were made. @returns False where nothing can be written now. */
  select(question: string, choices: readonly string[]): boolean {
    const answers = this.#sitting?.capture.answers();
    if (answers) this.#sitting?.keeper.select(answers, question, choices);
    return Boolean(answers);
  }

  /** Asks for a proctor, or says that a break is over. @returns False where nobody can be told now. */
  tell(word: Parameters<Sitting["link"]["tell"]>[0]): boolean {
    return this.#sitting?.link.tell(word) ?? false;
  }

  /** Hands the exam in, once everything is on the server; answers that are not go along. */
  async submit(): Promise<void> {
    this.model.submitProblem.value = null;
    if (this.#sitting === null) return;
    const { submitExam } = this.#parts.api;
    await handIn({ ...this.#end, submitExam, fields: this.fields, goOn: () => this.#resumeCapture() }, this.#sitting);
  }

  /** The page is hidden for the moment: what is open is sent. */
  hidden(): void {
    this.#sitting?.link.flush();
  }

  /** The page is going away, or into the browser's memory. */
  leaving(): void {
    this.fields.read();
    this.#sitting?.capture.off();
    this.#sitting?.link.flushNow();
  }

  /** The page came back, or the network did. */
  back(): void {
    this.#resumeCapture();
    this.#sitting?.link.retryNow();
  }

  /** What the server takes no more, as a file to hand over. */
  lateWork(): Blob {
    const sitting = this.#sitting;
    return lateWorkFile(sitting?.attempt.attempt_id ?? "", sitting?.link.heldBatches ?? [], this.#lastHash);
  }

  /** Token of the attempt, for the download of what was captured. */
  get token(): string | null {
    return this.#sitting?.token ?? null;
  }

  async #begin(sitting: Sitting): Promise<void> {
    const { attempt, link, keeper, capture } = sitting;
    if (isOver(attempt.state)) {
      endExam(this.#end, sitting, { state: attempt.state, cause: null, receipt: attempt.receipt, redirectTo: null });
      this.#lastHash = attempt.last_hash ?? null;
      if (attempt.state === "expired" && link.unsavedAnswers > 0) link.start();
      return;
    }
    this.moves.unread(attempt.notices ?? []);
    if (attempt.state === "waiting") {
      this.model.stage.value = { kind: "waiting", isLetIn: false };
      return link.start();
    }
    this.model.stage.value = { kind: "sitting", view: "question" };
    this.#hold.follow(attempt);
    this.#resumeCapture();
    await keeper.recover(capture.recovery(), attempt.last_seq);
    const first = this.model.questions.value[this.model.current.value];
    if (first !== undefined) capture.answers()?.view(first.id);
    link.start();
  }

  #hear(message: ServerToStudent): void {
    const { model } = this;
    switch (message.type) {
      case "welcome":
        this.#lastHash = message.last_hash;
        this.#setServerTime(message.server_time);
        model.deadline.value = message.deadline;
        this.moves.unread(message.notices ?? []);
        model.accommodations.value = message.accommodations ?? null;
        model.breakLeft.value = message.break_left ?? null;
        if (message.state !== "waiting") void this.#letIn();
        return this.#hold.follow(message);
      case "admitted":
        return void this.#letIn();
      case "answers":
        return this.#goOnFrom(message.answers, message.seq);
      case "time":
        this.#setServerTime(message.server_time);
        model.deadline.value = message.deadline;
        if (message.accommodations) {
          model.accommodations.value = message.accommodations;
          model.breakLeft.value = message.break_left ?? null;
        }
        return;
      case "pong":
        return this.#setServerTime(message.server_time);
      case "risk":
      case "high_risk_alert":
        return takeRisk(model, { risk: message });
      case "notice":
        return this.moves.notice({ id: message.id, kind: message.kind, text: message.text, at: message.at });
      case "paused": {
        const { paused, reason, break_until: until, own_break: isOwn } = message;
        model.deadline.value = message.deadline;
        model.breakLeft.value = message.break_left ?? null;
        return this.#hold.set(paused ? { kind: "paused", reason, until, isOwn } : null);
      }
      case "locked":
        model.deadline.value = message.deadline;
        return this.#hold.set(
          message.locked ? { kind: "locked", reason: message.reason, isByPolicy: message.by_policy } : null,
        );
      case "submitted":
        return this.#sitting === null ? undefined : endExam(this.#end, this.#sitting, {
          state: message.state,
          cause: message.reason,
          receipt: message.receipt,
          redirectTo: message.redirect_to,
        });
    }
  }

  /** A proctor has let the student in: the paper is there to be had now. */
  async #letIn(): Promise<void> {
    const { stage } = this.model;
    const sitting = this.#sitting;
    if (stage.value.kind !== "waiting" || stage.value.isLetIn || sitting === null) return;
    stage.value = { kind: "waiting", isLetIn: true };
    const found = await loadAttempt(this.#parts.api, this.#parts.world, sitting.token, () => {});
    sitting.link.stop();
    if (found === null) return this.#stuck("not_opened");
    await this.#sit(sitting.token, found.attempt, false);
  }

  #follow(status: LinkStatus): void {
    this.model.link.value = status;
    this.#clock.showSaving();
    if (status.kind !== "closed" || this.#sitting === null) return;
    this.#sitting.capture.off();
    // What is left here now is left for good.
    this.model.unsentWork.value = unsentWork(this.#sitting.link.heldBatches);
    if (this.model.stage.value.kind === "over" || status.code === STOPPED) return;
    if (status.code === CloseCode.finished) void learnEnding(this.#end, this.#sitting, null);
    else this.#stuck(OBSTACLES[status.code] ?? "broken");
  }

  /** Some edits were kept and not applied: what is shown follows the server, with what it has not seen yet. */
  #goOnFrom(answers: Answers, seq: number): void {
    const sitting = this.#sitting;
    if (sitting === null) return;
    this.fields.read();
    void sitting.copy.corrected(answers, seq);
    sitting.keeper.adopt(withServers(this.model.answers.value, answers, sitting.link.eventsFrom(seq + 1)));
  }

  async #overtaken(fromSeq: number): Promise<number | null> {
    const sitting = this.#sitting;
    if (sitting === null) return null;
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    if (!outcome.ok) return null;
    const { exam, answers, furthest } = outcome.value;
    void sitting.copy.load(outcome.value);
    this.fields.read();
    this.moves.catchUp(furthest);
    sitting.keeper.adopt(withEvents(exam.questions, answers, sitting.link.eventsFrom(fromSeq)));
    const lastT = outcome.value.last_t ?? sitting.clock.t();
    sitting.clock.catchUp(lastT);
    return lastT;
  }

  /** A newer tab of this browser goes on; resolves once what is open is on the disk that both share. */
  async #letGo(): Promise<void> {
    const { sitting, store } = { sitting: this.#sitting, store: this.#parts.storage.store };
    if (sitting === null) return;
    this.fields.read();
    sitting.capture.off();
    sitting.link.stop();
    this.#stuck("taken_over");
    // Transactions of one store come in order: once this note is written, so is what was asked for before.
    await store.putNote(sitting.attempt.attempt_id, "left", true).catch(() => {});
    await store.listBatches(sitting.attempt.attempt_id).catch(() => []);
  }

  #setServerTime(serverTime: number): void {
    this.#clock.setServerTime(serverTime);
    const sitting = this.#sitting;
    sitting?.clock.catchUp(serverTime - sitting.attempt.started_at);
  }

  /** What happens while the exam stands still is nobody's business. */
  #holdChanged(isHeld: boolean): void {
    if (!isHeld) return this.#resumeCapture();
    this.fields.read();
    this.#sitting?.capture.off();
  }

  #resumeCapture(): void {
    const isWriting = this.model.stage.value.kind === "sitting" && this.model.hold.value === null;
    if (isWriting) this.#sitting?.capture.on();
  }

  #stuck(obstacle: Obstacle): void {
    this.model.stage.value = { kind: "stuck", obstacle };
  }
}
