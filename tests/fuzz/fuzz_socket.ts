// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { CloseCode } from "../../protocol/close_codes.ts";
import type { Wire } from "./mutate.ts";

/** How long an answer may take, ms. */
const PATIENCE_MS = 15_000;

/** What came back: a message, or the end. */
export type Heard<Message> = { message: Message } | { closed: string };

const NAMES = new Map<number, string>(Object.entries(CloseCode).map(([name, code]) => [code, name]));

/** A socket that says one thing and waits for what comes back. */
export class FuzzSocket<Message extends { type: string }> {
  readonly #socket: WebSocket;
  readonly #parse: (text: string) => Message;
  #heard: Heard<Message>[] = [];
  #wake: () => void = () => {};
  isClosed = false;

  private constructor(socket: WebSocket, parse: (text: string) => Message) {
    this.#socket = socket;
    this.#parse = parse;
  }

  static async open<Message extends { type: string }>(
    url: string,
    parse: (text: string) => Message,
  ): Promise<FuzzSocket<Message>> {
    const socket = new WebSocket(url.replace(/^http/, "ws"), { perMessageDeflate: false });
    const fuzz = new FuzzSocket(socket, parse);
    socket.on("message", (data) => fuzz.#hear({ message: fuzz.#parse(String(data)) }));
    socket.on("close", (code) => {
      fuzz.isClosed = true;
      fuzz.#hear({ closed: NAMES.get(code) ?? `an undefined code ${code}` });
    });
    await new Promise<void>((resolve, reject) => {
      socket.on("open", () => resolve());
      socket.on("error", reject);
    });
    return fuzz;
  }

  say(wire: Wire): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(wire);
  }

  /** The next thing that is a wanted message, or the end. @throws {Error} If nothing comes. */
  async answer(isWanted: (message: Message) => boolean): Promise<Heard<Message>> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      while (this.#heard.length > 0) {
        const heard = this.#heard.shift();
        if (heard !== undefined && ("closed" in heard || isWanted(heard.message))) return heard;
      }
      if (performance.now() > until) throw new Error("no answer");
      let timer: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        timer = setTimeout(resolve, 1_000);
      });
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#socket.terminate();
  }

  #hear(heard: Heard<Message>): void {
    this.#heard.push(heard);
    this.#wake();
  }
}
