// @ts-types="@types/ws"
import { WebSocket } from "ws";
import type { Alert } from "../../protocol/alert.ts";
import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { ServerToProctor } from "../../protocol/proctor_messages.ts";
import type { Instance } from "./site.ts";

/** A proctor on one instance: the room as frames make it, and actions. */
export class RoomWatcher {
  readonly students = new Map<string, RoomStudent>();
  readonly alerts: Alert[] = [];
  closed: number | null = null;
  /** Told of each student in a frame whose `last_seen` moved. */
  onSeen: (attemptId: string, lastSeen: number) => void = () => {};
  readonly #socket: WebSocket;
  readonly #asked = new Map<string, (outcome: string) => void>();
  #opened: () => void = () => {};

  private constructor(instance: Instance, token: string, exam: string) {
    this.#socket = new WebSocket(`${instance.url.replace("http", "ws")}/ws/proctor`, { perMessageDeflate: false });
    this.#socket.on("open", () => this.#socket.send(JSON.stringify({ type: "hello", protocol: 1, token, exam })));
    this.#socket.on("message", (data) => this.#receive(ServerToProctor.parse(JSON.parse(String(data)))));
    this.#socket.on("error", () => {});
    this.#socket.on("close", (code) => this.closed = code);
  }

  /** Opens the room, and resolves once it is shown. */
  static async open(instance: Instance, token: string, exam: string): Promise<RoomWatcher> {
    const watcher = new RoomWatcher(instance, token, exam);
    await new Promise<void>((resolve) => watcher.#opened = resolve);
    return watcher;
  }

  /** Carries out an action. @returns `done`, or the code of the refusal. */
  act(type: string, attemptId: string, fields: Record<string, unknown> = {}): Promise<string> {
    const id = crypto.randomUUID();
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.#socket.send(JSON.stringify({ type, id, attempt_id: attemptId, ...fields }));
    });
  }

  leave(): void {
    this.#socket.terminate();
  }

  #receive(message: ServerToProctor): void {
    if (message.type === "room") {
      for (const student of message.students) this.students.set(student.attempt_id, student);
      this.#opened();
    } else if (message.type === "frame") {
      for (const change of message.students) {
        const before = this.students.get(change.attempt_id);
        // The first word of a student is the whole student.
        this.students.set(change.attempt_id, { ...before, ...change } as RoomStudent);
        if (change.last_seen !== undefined) this.onSeen(change.attempt_id, change.last_seen);
      }
    } else if (message.type === "alert") this.alerts.push(message);
    else if (message.type === "done") this.#asked.get(message.id)?.("done");
    else if (message.type === "refused") this.#asked.get(message.id)?.(message.code);
  }
}
