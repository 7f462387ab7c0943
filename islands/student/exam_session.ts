import { CloseCode } from "../../protocol/close_codes.ts";
import type { AttemptState } from "../../protocol/exam.ts";
import type { Answers } from "../../protocol/items/answer.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import type { LinkWorld } from "../link/link_world.ts";
import type { LinkStatus } from "../link/connection.ts";
import { withEvents, withServers } from "./answer_book.ts";
import type { StartCapture } from "./capture_switch.ts";
import { endExam, type EndParts, isOver, learnEnding } from "./exam_end.ts";
import type { ExamModel, Hold, Obstacle } from "./exam_model.ts";
import { loadAttempt } from "./load_attempt.ts";
import { OpenFields } from "./open_fields.ts";
import { PaperMoves } from "./paper_moves.ts";
import { SessionClock } from "./session_clock.ts";
import { createSitting, type Sitting } from "./sitting.ts";
import type { getAttempt, submitExam } from "./student_api.ts";
import type { StudentStorage } from "./student_storage.ts";
import type { TabClaim } from "./tab_claim.ts";

/** How long handing in waits for the outbox before the answers go along with it, in ms. */
export const DRAIN_MS = 8_000;

const OBSTACLES: Readonly<Record<number, Obstacle>> = {
  [CloseCode.taken_over]: "taken_over",
  [CloseCode.unauthorized]: "not_opened",
  [CloseCode.forbidden]: "not_opened",
  [CloseCode.not_found]: "not_opened",
  [CloseCode.protocol_version]: "protocol_version",
};

/** What a session needs of its surroundings. */
interface SessionParts {
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
  /** Where text is written. */
  readonly fields = new OpenFields();
  /** Going about in the paper. */
  readonly moves: PaperMoves;
  readonly #clock: SessionClock;
  readonly #end: EndParts;

  constructor(model: ExamModel, parts: SessionParts) {
    this.model = model;
    this.#parts = parts;
    this.#end = { model, world: parts.world, api: parts.api, leave: parts.leave };
    this.moves = new PaperMoves(model, parts.storage.store, this.fields, () => this.#sitting);
    this.#clock = new SessionClock(model, parts.world, () => this.#sitting?.link.unsavedAnswers ?? 0);
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
          settle: () => this.fields.read(),
          message: (message) => this.#hear(message),
          status: (status) => this.#follow(status),
          changed: () => this.#clock.showSaving(),
          overtaken: (fromSeq) => this.#overtaken(fromSeq),
        },
      },
      token,
      attempt,
    );
    this.#sitting = sitting;
    claim.onClaimedElsewhere(() => this.#letGo());
    this.#clock.start(attempt.server_time);
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

  /** Hands the exam in, once everything is on the server; answers that are not go along. */
  async submit(): Promise<void> {
    const sitting = this.#sitting;
    if (sitting === null || this.model.stage.value.kind !== "sitting") return;
    this.fields.read();
    this.model.submitProblem.value = null;
    this.model.stage.value = { kind: "submitting" };
    sitting.capture.off();
    const isDrained = await sitting.link.drained(DRAIN_MS);
    const answers = isDrained ? undefined : this.model.answers.value;
    const outcome = await this.#parts.api.submitExam(sitting.token, answers);
    if (outcome.ok || outcome.failure.code === "submitted" || outcome.failure.code === "past_deadline") {
      return await learnEnding(this.#end, sitting, "student");
    }
    // The socket may have said meanwhile that it is over.
    if (this.model.stage.value.kind !== "submitting") return;
    this.model.submitProblem.value = outcome.failure;
    this.model.stage.value = { kind: "sitting", view: "review" };
    this.#resumeCapture();
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

  /** Token of the attempt, for the download of what was captured. */
  get token(): string | null {
    return this.#sitting?.token ?? null;
  }

  async #begin(sitting: Sitting): Promise<void> {
    const { attempt, link, keeper, capture } = sitting;
    if (isOver(attempt.state)) {
      endExam(this.#end, sitting, { state: attempt.state, cause: null, receipt: attempt.receipt, redirectTo: null });
      if (attempt.state === "expired" && link.unsavedAnswers > 0) link.start();
      return;
    }
    this.model.stage.value = { kind: "sitting", view: "question" };
    await keeper.recover(capture.recovery(), attempt.last_seq);
    this.moves.unread(attempt.notices ?? []);
    this.#setHold(attempt.state, attempt.reason ?? null);
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
        this.moves.unread(message.notices ?? []);
        return this.#setHold(message.state, message.reason ?? null);
      case "answers":
        return this.#goOnFrom(message.answers, message.seq);
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
        return this.moves.notice({ id: message.id, kind: message.kind, text: message.text, at: message.at });
      case "paused":
        model.deadline.value = message.deadline;
        return this.#hold(message.paused ? { kind: "paused", reason: message.reason } : null);
      case "locked":
        model.deadline.value = message.deadline;
        return this.#hold(message.locked ? { kind: "locked", reason: message.reason } : null);
      case "submitted":
        return this.#sitting === null ? undefined : endExam(this.#end, this.#sitting, {
          state: message.state,
          cause: message.reason,
          receipt: message.receipt,
          redirectTo: message.redirect_to,
        });
    }
  }

  #follow(status: LinkStatus): void {
    this.model.link.value = status;
    this.#clock.showSaving();
    if (status.kind !== "closed" || this.#sitting === null) return;
    this.#sitting.capture.off();
    if (this.model.stage.value.kind === "over") return;
    if (status.code === CloseCode.finished) void learnEnding(this.#end, this.#sitting, null);
    else this.#stuck(OBSTACLES[status.code] ?? "broken");
  }

  /** Some edits were kept and not applied: what is shown follows the server, with what it has not seen yet. */
  #goOnFrom(answers: Answers, seq: number): void {
    const sitting = this.#sitting;
    if (sitting === null) return;
    this.fields.read();
    sitting.keeper.adopt(withServers(this.model.answers.value, answers, sitting.link.eventsFrom(seq + 1)));
  }

  async #overtaken(fromSeq: number): Promise<number | null> {
    const sitting = this.#sitting;
    if (sitting === null) return null;
    const outcome = await this.#parts.api.getAttempt(sitting.token);
    if (!outcome.ok) return null;
    const { exam, answers } = outcome.value;
    this.fields.read();
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

  #setHold(state: AttemptState, reason: string | null): void {
    const kind = state === "paused" || state === "locked" ? state : null;
    const now = this.model.hold.value;
    if (kind === now?.kind && reason === now?.reason) return;
    if (kind !== null || now !== null) this.#hold(kind === null ? null : { kind, reason });
  }

  #hold(hold: Hold | null): void {
    if (hold !== null) this.fields.read();
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
}
