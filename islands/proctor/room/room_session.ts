import { type Signal, signal } from "@preact/signals";
import { MOST_ALERTS_SENT } from "../../../protocol/alert.ts";
import type { ProctorAction } from "../../../protocol/proctor_messages.ts";
import type { StaffWordKind } from "../../../protocol/staff_talk.ts";
import { RoomTalk } from "../people/room_talk.ts";
import type { ConnectionState } from "../../components/connection_status.tsx";
import { type ActionOutcome, RoomSocket, type SocketWorld } from "./room_socket.ts";
import { RoomStore } from "./room_store.ts";

/** A drawer that is open for this long is looked at, ms. */
const LOOK_AFTER_MS = 400;

/** A page's live room: the store, fed by the socket, and the clock that rows show times by. */
export class RoomSession {
  readonly store = new RoomStore();
  readonly talk: RoomTalk;
  /** How the page is connected; `reason` is why the server refused it, as it closed the socket. */
  readonly connection: Signal<{ state: ConnectionState; reason: string }> = signal({ state: "connecting", reason: "" });
  /** Server time, ms since 1970, to the second. */
  readonly serverNow: Signal<number>;
  /** Told of each alert that was not open before. */
  onNewAlert: () => void = () => {};
  readonly #socket: RoomSocket;
  readonly #world: SocketWorld;
  #offsetMs = 0;
  #cancelLook = () => {};

  constructor(examId: string, world: SocketWorld) {
    this.#world = world;
    this.talk = new RoomTalk(examId);
    this.serverNow = signal(world.nowMs());
    this.#socket = new RoomSocket(examId, world, {
      onState: (state, reason) => {
        const known = this.connection.peek();
        if (known.state !== state || known.reason !== reason) this.connection.value = { state, reason };
      },
      onMessage: (message) => {
        if (message.type === "room") this.store.applyRoom(message.version, message.students, world.nowMs());
        else if (message.type === "alert") {
          if (this.store.applyAlert(message)) this.onNewAlert();
        } else if (message.type === "alerts") this.store.applyAlerts(message.alerts, message.open);
        else if (message.type === "alerts_handled") this.store.applyHandled(message.alert_ids);
        else if (message.type === "people") this.store.applyPeople(message.people);
        else if (message.type === "talk") this.talk.take(message.words);
        else if (!this.store.applyFrame(message.version, message.students, world.nowMs())) {
          // A change of somebody never seen whole: there is a hole, so ask for everything again.
          this.store.version = null;
          this.#socket.restart();
        }
      },
      onClock: (offsetMs) => {
        this.#offsetMs = offsetMs;
      },
      since: () => this.store.version,
    });
  }

  /** Connects and lets the clock tick; returns what ends both. */
  start(): () => void {
    this.#socket.connect();
    let cancel = () => {};
    const tick = () => {
      this.serverNow.value = this.#world.nowMs() + this.#offsetMs;
      cancel = this.#world.after(1_000, tick);
    };
    tick();
    return () => {
      cancel();
      this.#cancelLook();
      this.#socket.stop();
    };
  }

  /** Connects now rather than when the back-off says, as when the network is back. */
  hurry(): void {
    this.#socket.connect();
  }

  /** Whether an action would be carried out now: while the page reconnects, none is offered. */
  get isOnline(): boolean {
    return this.connection.value.state === "online";
  }

  /** Takes alerts over, so that nobody else needs to look at them. */
  handle(alertIds: readonly string[]): void {
    for (let first = 0; first < alertIds.length; first += MOST_ALERTS_SENT) {
      const alert_ids = alertIds.slice(first, first + MOST_ALERTS_SENT);
      void this.#socket.act({ type: "handle", id: crypto.randomUUID(), alert_ids });
    }
  }

  /** Takes a student. @param seen Who had them, as the page shows it. */
  take(attemptId: string, seen: string | null): Promise<ActionOutcome> {
    return this.#socket.act({ type: "take", id: crypto.randomUUID(), attempt_id: attemptId, seen });
  }

  /** Gives a student back whom one has taken. */
  giveBack(attemptId: string): Promise<ActionOutcome> {
    return this.#socket.act({ type: "give_back", id: crypto.randomUUID(), attempt_id: attemptId });
  }

  /** Tells the others whom this page looks at, once the eye rests: moving through the list is none of their business. */
  lookAt(attemptId: string | null): void {
    this.#cancelLook();
    this.#cancelLook = this.#world.after(LOOK_AFTER_MS, () => this.#socket.lookAt(attemptId));
  }

  /** Says something to the exam's staff, on whichever page they are. */
  say(kind: StaffWordKind, text: string): Promise<ActionOutcome> {
    return this.#socket.act({ type: "say", id: crypto.randomUUID(), kind, text });
  }

  /** Has an action carried out. */
  act(action: ProctorAction): Promise<ActionOutcome> {
    return this.#socket.act(action);
  }
}
