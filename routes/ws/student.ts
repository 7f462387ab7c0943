import { CloseCode, type CloseReason } from "../../protocol/close_codes.ts";
import type { Batch } from "../../protocol/events.ts";
import { HELLO_TIMEOUT_MS } from "../../protocol/limits.ts";
import { lengthOfAnswers } from "../../protocol/items/answer_form.ts";
import { readBatchMessage } from "../../protocol/read_events.ts";
import { type ServerToStudent, StudentToServer } from "../../protocol/student_messages.ts";
import type { LiveAttempt } from "../../server/attempts/live_attempt.ts";
import { untold } from "../../server/attempts/deeds.ts";
import { reachNotices } from "../../server/attempts/notices.ts";
import { hashToken } from "../../server/auth/tokens.ts";
import { Refusal } from "../../server/errors.ts";
import { requireLetIn } from "../../server/auth/embedding.ts";
import type { Arrival } from "../../server/room/note_takeover.ts";
import { callProctor, comeBack, practiseNow, startBreak, unlessRefused } from "../../server/room/student_calls.ts";
import { MessageRate } from "../../server/message_rate.ts";
import type { StudentLink } from "../../server/room/student_links.ts";
import { shownRisk, submittedMessage, welcomeMessage } from "../../server/room/student_news.ts";
import type { Services } from "../../server/services.ts";
import type { SocketPlace } from "../../server/socket_limits.ts";
import { closeReason } from "./close_reason.ts";
import { MessageGate } from "./message_gate.ts";
import type { ServerSocket } from "./server_socket.ts";
import { messageText, parseMessage, requireProtocol } from "./socket_message.ts";

type Hello = Extract<StudentToServer, { type: "hello" }>;

/** Where a connection stands; each state has only what belongs to it. */
type Stage =
  | { name: "new"; timer: ReturnType<typeof setTimeout> }
  | { name: "opening"; held: string[] }
  | { name: "open"; attempt: LiveAttempt }
  | { name: "closed" };

/** Messages that a client may send before it was welcomed. */
const MOST_HELD = 200;

/** What a student's network has not taken yet, at most, bytes: who reads nothing is sent away, and comes back to less. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024;

/** What the upgrade request showed: the device, and the page of another site that it came from; null for ours and machines. */
type Upgraded = Omit<Arrival, "tokenHash"> & { embedder: string | null };

/** One student's socket: `hello`, then batches in and acks out. */
export class StudentSocket implements StudentLink {
  #socket: ServerSocket;
  #services: Services;
  readonly #from: Omit<Arrival, "tokenHash">;
  readonly #embedder: string | null;
  #place: SocketPlace;
  #gate: MessageGate;
  #stage: Stage;
  #drain: ReturnType<typeof setTimeout> | undefined;

  constructor(socket: ServerSocket, services: Services, place: SocketPlace, { embedder, ...from }: Upgraded) {
    this.#from = from;
    this.#embedder = embedder;
    this.#socket = socket;
    this.#services = services;
    this.#place = place;
    this.#gate = new MessageGate(new MessageRate(services.settings, performance.now()));
    this.#stage = { name: "new", timer: setTimeout(() => this.close("timeout"), HELLO_TIMEOUT_MS) };
    place.holdFor(() => this.close("timeout"));
    socket.listen({ message: (data) => this.#receive(data), closed: () => this.#closed() });
  }

  send(message: ServerToStudent): void {
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) this.close("come_back");
    else if (this.#socket.isOpen) this.#socket.send(JSON.stringify(message));
  }

  close(reason: CloseReason): void {
    this.#shut(CloseCode[reason], reason);
  }

  #shut(code: number, reason: string): void {
    if (this.#stage.name === "closed") return;
    this.#socket.close(code, reason);
    this.#closed();
  }

  #refuse(error: unknown): void {
    if (!(error instanceof Refusal)) this.#services.fault("A student's socket", error, this.#logFields());
    const { code, reason } = closeReason(error);
    this.#shut(code, reason);
  }

  #logFields(): Record<string, string> {
    return this.#stage.name === "open" ? { attempt_id: this.#stage.attempt.attemptId } : {};
  }

  #closed(): void {
    const stage = this.#stage;
    this.#stage = { name: "closed" };
    this.#place.leave();
    clearTimeout(this.#drain);
    if (stage.name === "new") clearTimeout(stage.timer);
    if (stage.name === "open") this.#services.rooms.detach(stage.attempt, this);
  }

  #receive(data: unknown): void {
    if (this.#stage.name === "closed") return;
    try {
      const text = messageText(data);
      const passage = this.#gate.pass(text, performance.now());
      if (passage === "now") this.#take(text);
      else if (passage === "closed") this.close("rate_limited");
      else {
        if (!this.#gate.isOverRate) this.#socket.pause();
        this.#drainLater();
      }
    } catch (error) {
      this.#refuse(error);
    }
  }

  #drainLater(): void {
    this.#drain ??= setTimeout(() => {
      this.#drain = undefined;
      try {
        for (const text of this.#gate.release(performance.now())) this.#take(text);
      } catch (error) {
        this.#refuse(error);
      }
      if (!this.#gate.isWaiting) this.#socket.resume();
      else if (this.#stage.name !== "closed") this.#drainLater();
    }, 20);
  }

  #take(text: string): void {
    const stage = this.#stage;
    switch (stage.name) {
      case "new": {
        const message = parseMessage(StudentToServer, text);
        if (message.type !== "hello") throw new Refusal("unauthorized", "hello_first");
        clearTimeout(stage.timer);
        this.#socket.heard();
        this.#place.spoke();
        const opening: Stage = { name: "opening", held: [] };
        this.#stage = opening;
        this.#open(message, opening.held).catch((error) => this.#refuse(error));
        return;
      }
      case "opening":
        if (stage.held.push(text) > MOST_HELD) throw new Refusal("rate_limited", "too_much_before_welcome");
        return;
      case "open":
        return this.#handle(parseMessage(StudentToServer, text, readBatchMessage), stage.attempt);
    }
  }

  #handle(message: StudentToServer, attempt: LiveAttempt): void {
    switch (message.type) {
      case "batch":
        void this.#append(message, attempt);
        return;
      case "ping":
        this.#services.rooms.touch(attempt);
        return this.send({ type: "pong", server_time: this.#services.now() });
      case "seen":
        void reachNotices(attempt, [message.id], "seen", this.#services.now()).catch((error) => this.#refuse(error));
        return;
      case "call":
        return this.#try(callProctor(this.#services.rooms, attempt, message.text ?? "", this.#services.now()));
      case "practice":
        return this.#try(unlessRefused(practiseNow(attempt, message.events, this.#services.now())));
      case "take_break":
        return this.#try(unlessRefused(startBreak(attempt, this.#services.now())));
      case "back":
        return this.#try(comeBack(attempt, this.#services.now()));
      case "hello":
        throw new Refusal("invalid", "hello_again", { path: "type" });
    }
  }

  #try(work: Promise<void>): void {
    work.catch((error) => this.#refuse(error));
  }

  async #append({ seq, sentAt, events }: Batch, attempt: LiveAttempt): Promise<void> {
    try {
      const outcome = await attempt.append({ seq, sentAt, events }, this.#services.now());
      if (outcome.kind === "ack") {
        // In this order: whoever has the ack knows what of the batch was not applied.
        if (outcome.answers !== undefined) {
          this.#services.studentRates.sent(attempt.attemptId, lengthOfAnswers(outcome.answers.answers));
          this.send({ type: "answers", ...outcome.answers });
        }
        this.send({ type: "ack", seq });
      } else if (outcome.kind === "expected") this.send({ type: "expected", seq: outcome.seq });
      else this.send({ type: "conflict", seq, last_seq: outcome.lastSeq });
    } catch (error) {
      this.#refuse(error);
    }
  }

  async #open(hello: Hello, held: string[]): Promise<void> {
    requireProtocol(hello.protocol);
    const { attempts, exams, rooms, now } = this.#services;
    const tokenHash = hashToken(hello.token);
    const target = await attempts.startRequests.openedBy(tokenHash);
    if (target === null) throw new Refusal("unauthorized", "opens_nothing");
    const attempt = await attempts.openFresh(target.attemptId);
    if (this.#embedder !== null) requireLetIn(this.#embedder, await exams.require(attempt.record.examId));
    if (this.#stage.name !== "opening") return;
    this.#place.seat();
    this.#stage = { name: "open", attempt };
    const rate = this.#services.studentRates.of(attempt.attemptId);
    for (const text of held) rate.charge(text.length, performance.now());
    this.#gate.holdTo(rate);
    const { head } = attempt;
    // The welcome goes first: what attaching sets off comes behind it.
    this.send(welcomeMessage(attempt, now()));
    rooms.attach(attempt, this, { ...this.#from, tokenHash });
    rooms.delivered(attempt, untold(attempt.folded));
    if (head.endedBy !== null) this.send(submittedMessage(attempt, this.#services.attempts.receiptOf(attempt)));
    else if (head.lastSeq > 0) shownRisk(attempt).forEach((message) => this.send(message));
    for (const text of held) if (this.#isOpen()) this.#take(text);
  }

  #isOpen(): boolean {
    return this.#stage.name === "open";
  }
}
