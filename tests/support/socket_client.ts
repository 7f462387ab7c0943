import type { z } from "zod";
import { ServerToProctor } from "../../protocol/proctor_messages.ts";
import { ServerToStudent } from "../../protocol/student_messages.ts";

/** How long a test waits for a message, ms. */
const PATIENCE_MS = 20_000;

/** A socket that keeps what it hears, each message checked by its schema. */
export class SocketClient<Message extends { type: string }> {
  readonly socket: WebSocket;
  readonly heard: Message[] = [];
  closed: { code: number; reason: string } | null = null;
  #taken = 0;
  #wake: (() => void)[] = [];
  readonly #opened: Promise<void>;

  constructor(url: string, path: string, schema: z.ZodType<Message>) {
    this.socket = new WebSocket(url.replace("http", "ws") + path);
    this.#opened = new Promise((resolve) => this.socket.onopen = () => resolve());
    this.socket.onmessage = (event) => {
      this.heard.push(schema.parse(JSON.parse(event.data)));
      this.#rouse();
    };
    this.socket.onclose = (event) => {
      this.closed = { code: event.code, reason: event.reason };
      this.#rouse();
    };
    this.socket.onerror = () => {};
  }

  async say(message: unknown): Promise<void> {
    await this.#opened;
    this.socket.send(typeof message === "string" || message instanceof Uint8Array ? message : JSON.stringify(message));
  }

  /** The next message of a type, after those that were taken before. */
  async next<Type extends Message["type"]>(type: Type): Promise<Extract<Message, { type: Type }>> {
    const isWanted = (message: Message): message is Extract<Message, { type: Type }> => message.type === type;
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      while (this.#taken < this.heard.length) {
        const message = this.heard[this.#taken++];
        if (isWanted(message)) return message;
      }
      if (this.closed) throw new Error(`Closed with ${this.closed.code} ${this.closed.reason} before ${type}`);
      if (Date.now() > until) throw new Error(`No ${type} came; heard ${this.heard.map((one) => one.type).join(", ")}`);
      await this.#change();
    }
  }

  /** Waits until a message passes a check, whatever was taken before. */
  async until(check: (message: Message) => boolean, patienceMs = PATIENCE_MS): Promise<Message> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const found = this.heard.find(check);
      if (found) return found;
      if (Date.now() > end) throw new Error(`It never came; heard ${this.heard.map((one) => one.type).join(", ")}`);
      await this.#change();
    }
  }

  /** Waits for the server to close the socket. */
  async end(): Promise<{ code: number; reason: string }> {
    const until = Date.now() + PATIENCE_MS;
    while (this.closed === null) {
      if (Date.now() > until) throw new Error("The socket was not closed");
      await this.#change();
    }
    return this.closed;
  }

  close(): void {
    this.socket.close();
  }

  #rouse(): void {
    this.#wake.splice(0).forEach((wake) => wake());
  }

  async #change(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake.push(resolve);
      timer = setTimeout(resolve, 100);
    });
    clearTimeout(timer);
  }
}

/** A student's socket; says hello by itself where a token is given. */
export function studentSocket(url: string, token?: string): SocketClient<ServerToStudent> {
  const client = new SocketClient<ServerToStudent>(url, "/ws/student", ServerToStudent);
  if (token !== undefined) void client.say({ type: "hello", protocol: 1, token });
  return client;
}

export type ProctorClient = SocketClient<ServerToProctor>;

/** Asks the room for something. @returns `done`, or the code that it was refused with. */
export async function askRoom(
  proctor: ProctorClient,
  message: Record<string, unknown> & { id: string; type: string },
): Promise<string> {
  await proctor.say(message);
  const answer = await proctor.until((one) => "id" in one && one.id === message.id);
  return answer.type === "refused" ? answer.code : answer.type;
}

/** A proctor's socket; says hello by itself. */
export function proctorSocket(url: string, token: string, exam: string, since?: number): ProctorClient {
  const client = new SocketClient<ServerToProctor>(url, "/ws/proctor", ServerToProctor);
  void client.say({ type: "hello", protocol: 1, token, exam, since });
  return client;
}
