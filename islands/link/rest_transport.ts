import { CloseCode } from "../../protocol/close_codes.ts";
import type { StudentToServer } from "../../protocol/student_messages.ts";
import { dictionary, fieldOf, number, object, optional } from "./reader.ts";
import type { LinkWorld } from "./link_world.ts";
import type { RestAnswer, RestCall } from "./rest_call.ts";
import { messagesOf, readStanding, type RestStanding } from "./rest_standing.ts";
import { answer } from "./server_message.ts";
import type { Transport, TransportHandlers } from "./transport.ts";

/** How often the server is asked for what a socket would bring, in ms: it shows a student as gone after four seconds. */
const POLL_MS = 3_000;

/** The wait after a 429 that names none, in ms. */
const LIMITED_WAIT_MS = 1_000;

type Later = LinkWorld["after"];
type Batch = Extract<StudentToServer, { type: "batch" }>;

const readStored = object({ ack: number, answers: optional(object({ seq: number, answers: dictionary(answer) })) });

/**
 * The connection to the server where no socket can be opened but HTTPS works, such as behind the proxies of some schools:
 * batches go out one after the other by `POST /log_activity`, and what a socket would bring is asked for.
 */
export class RestTransport implements Transport {
  readonly #call: RestCall;
  readonly #handlers: TransportHandlers;
  readonly #after: Later;
  readonly #queue: Batch[] = [];
  #token = "";
  #standing: RestStanding | null = null;
  #isSending = false;
  #isClosed = false;
  #cancelPoll: () => void = () => {};

  /** @param after Runs something later; the answer calls it off. */
  constructor(call: RestCall, handlers: TransportHandlers, after: Later) {
    this.#call = call;
    this.#handlers = handlers;
    this.#after = after;
    // As a socket: opened a moment after it was made.
    after(0, () => this.#isClosed || handlers.opened());
  }

  send(message: StudentToServer): void {
    switch (message.type) {
      case "hello":
        this.#token = message.token;
        return void this.#poll();
      case "batch":
        this.#queue.push(message);
        return void this.#sendQueue();
      case "seen":
        return void this.#call("/api/attempt/seen", this.#token, { id: message.id });
      case "call":
        return void this.#call("/api/attempt/call", this.#token, { text: message.text });
      case "practice":
        return void this.#call("/api/attempt/practice", this.#token, { events: message.events });
      case "take_break":
        return void this.#call("/api/attempt/break", this.#token, {});
      case "back":
        return void this.#call("/api/attempt/back", this.#token, {});
      case "ping":
        // Asking is the sign of life here.
        return;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelPoll();
  }

  async #poll(): Promise<void> {
    const answered = await this.#call("/api/attempt?polled=true", this.#token);
    if (this.#isClosed) return;
    if (answered.status !== 200 && answered.status !== 429) return this.#refused(answered);
    if (answered.status === 200) {
      try {
        const standing = readStanding(answered.body);
        const messages = messagesOf(this.#standing, standing);
        this.#standing = standing;
        for (const message of messages) if (!this.#isClosed) this.#handlers.received(message);
      } catch {
        return this.#end(CloseCode.protocol_version);
      }
    }
    this.#cancelPoll = this.#after(answered.retryAfterMs ?? POLL_MS, () => void this.#poll());
  }

  async #sendQueue(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    while (!this.#isClosed && this.#queue.length > 0) {
      const { type: _, ...batch } = this.#queue[0];
      const answered = await this.#call("/log_activity", this.#token, batch);
      if (this.#isClosed) break;
      if (answered.status === 429) {
        await new Promise<void>((resolve) => void this.#after(answered.retryAfterMs ?? LIMITED_WAIT_MS, resolve));
        continue;
      }
      this.#queue.shift();
      this.#hear(batch.seq, answered);
    }
    this.#isSending = false;
  }

  #hear(seq: number, answered: RestAnswer): void {
    const { status, body } = answered;
    const wanted = fieldOf(body, "expected");
    const lastSeq = fieldOf(body, "last_seq");
    if (status === 409 && typeof wanted === "number") return this.#handlers.received({ type: "expected", seq: wanted });
    if (status === 409 && typeof lastSeq === "number") {
      return this.#handlers.received({ type: "conflict", seq, last_seq: lastSeq });
    }
    if (status !== 200) return this.#refused(answered);
    try {
      const { ack, answers } = readStored(body);
      if (answers !== undefined) this.#handlers.received({ type: "answers", ...answers });
      this.#handlers.received({ type: "ack", seq: ack });
    } catch {
      this.#end(CloseCode.protocol_version);
    }
  }

  /** A refusal by REST is the close code that a socket would have ended with; no answer is a broken connection. */
  #refused({ status, body }: RestAnswer): void {
    const code = fieldOf(fieldOf(body, "error"), "code");
    const isKnown = typeof code === "string" && Object.hasOwn(CLOSED_BY, code);
    this.#end(status === 0 || status >= 500 || !isKnown ? 1006 : CLOSED_BY[code]);
  }

  #end(code: number): void {
    this.close();
    this.#handlers.closed(code, "");
  }
}

/** Close codes by the error codes of REST, where one says that another try helps nothing. */
const CLOSED_BY: Readonly<Record<string, number>> = {
  unauthorized: CloseCode.unauthorized,
  forbidden: CloseCode.forbidden,
  not_found: CloseCode.not_found,
  submitted: CloseCode.finished,
  past_deadline: CloseCode.finished,
  too_large: CloseCode.too_large,
  invalid: CloseCode.invalid,
  out_of_order: CloseCode.out_of_order,
};
