// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { PROTOCOL_VERSION } from "../../protocol/limits.ts";

export interface ProctorNews {
  /** Students who changed, and the bytes of the frame that says so. */
  frame(changes: { attempt_id: string; last_seen?: number; level?: string }[], bytes: number): void;
}

/** One proctor who watches a room and counts. */
export class LoadProctor {
  #socket: WebSocket;
  /** Resolves with the whole room. */
  readonly joined: Promise<void>;

  constructor(baseUrl: string, token: string, exam: string, news: ProctorNews) {
    this.#socket = new WebSocket(`${baseUrl.replace(/^http/, "ws")}/ws/proctor`, { perMessageDeflate: false });
    this.joined = new Promise((resolve, reject) => {
      this.#socket.on("open", () => {
        this.#socket.send(JSON.stringify({ type: "hello", protocol: PROTOCOL_VERSION, token, exam }));
      });
      this.#socket.on("message", (data) => {
        const text = String(data);
        const message = JSON.parse(text);
        if (message.type === "room") resolve();
        if (message.type === "frame") news.frame(message.students, text.length);
      });
      this.#socket.on(
        "close",
        (code, reason) => reject(new RangeError(`A proctor's socket closed: ${code} ${reason}`)),
      );
      this.#socket.on("error", reject);
    });
    const heartbeat = setInterval(() => {
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send('{"type":"ping"}');
    }, 5_000);
    this.#socket.on("close", () => clearInterval(heartbeat));
  }

  leave(): void {
    this.#socket.terminate();
  }
}
