import type { AttemptAnswer } from "../../protocol/attempt.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { AttemptClock } from "../link/attempt_clock.ts";
import { AttemptLink } from "../link/attempt_link.ts";
import { openSocket } from "../link/browser_world.ts";
import type { LinkStatus } from "../link/connection.ts";
import { eventsHash } from "../link/events_hash.ts";
import { HeldBatches } from "../link/held_batches.ts";
import type { LinkWorld } from "../link/link_world.ts";
import { MemoryOutboxStore } from "../link/memory_outbox_store.ts";
import { Outbox } from "../link/outbox.ts";
import type { OutboxStore } from "../link/outbox_store.ts";
import { browserCall } from "../link/rest_call.ts";
import { RestTransport } from "../link/rest_transport.ts";
import { TwoWays } from "../link/two_ways.ts";
import { errorOf, InvigilError } from "./invigil_error.ts";
import { later } from "./later.ts";

export interface StudentOptions {
  /** The server's address: `https://exams.example.org`. */
  server: string;
  /** The attempt's `session_token`. */
  token: string;
  /** Where batches are kept until the server has them on disk; in memory when absent. */
  store?: OutboxStore;
  /** In the place of the global one. Where there is none (Node before 22), it goes by REST. */
  WebSocket?: typeof WebSocket;
  /** What the server says besides what numbers batches. */
  onMessage?(message: ServerToStudent): void;
  onStatus?(status: LinkStatus): void;
}

/** A student's connection: gathers events into batches, and keeps each until the server has it on disk. */
export interface StudentConnection {
  readonly attemptId: string;
  readonly status: LinkStatus;
  /** Batches that the server has not acknowledged. */
  readonly held: number;
  /** Attempt time now, whole ms: the `t` of an event that happens now. */
  now(): number;
  /** Takes an event; it goes out within a second. */
  record(event: CapturedEvent): void;
  /** Sends what was recorded. @returns Whether the server has all of it within this time. */
  saved(withinMs?: number): Promise<boolean>;
  /** Says that a notice was read. */
  seen(id: string): void;
  /** Asks for a proctor. @returns Whether there is a connection to say it on. */
  callProctor(text?: string): boolean;
  /** Ends it for good; what is held stays in the store. */
  close(): void;
}

/**
 * Connects an attempt, by a socket, or by REST where none opens: over breaks, restarts and renumbering no event is lost or doubled.
 *
 * @throws {InvigilError} Where the attempt cannot be read.
 */
export async function connectStudent(options: StudentOptions): Promise<StudentConnection> {
  const { server, token, store = new MemoryOutboxStore(), onMessage, onStatus } = options;
  const call = browserCall(server);
  const attempt = await readAttempt(call, token);
  const { attempt_id: attemptId, last_seq, last_t = 0, server_time, started_at } = attempt;
  const world = machineWorld(server, options.WebSocket ?? globalThis.WebSocket);
  const outbox = new Outbox(await store.listBatches(attemptId), last_seq);
  const lastT = outbox.held.reduce((last, { events }) => Math.max(last, events.at(-1)?.t ?? 0), last_t);
  const clock = new AttemptClock(world.now, Math.max(server_time - started_at, lastT));
  const heldBatches = new HeldBatches(store, attemptId, outbox, world.after, () => {});
  let status: LinkStatus = { kind: "connecting" };
  const link = new AttemptLink(world, token, heldBatches, {
    settle: () => {},
    changed: () => {},
    shifted: (ms) => clock.advance(ms),
    overtaken: async () => (await readAttempt(call, token).catch(() => null))?.last_t ?? null,
    message: (message) => onMessage?.(message),
    status: (next) => {
      status = next;
      onStatus?.(next);
    },
  }, lastT);
  link.start();
  return {
    attemptId,
    get status() {
      return status;
    },
    get held() {
      return outbox.held.length;
    },
    now: () => clock.t(),
    record: (event) => link.record(inOrder(event)),
    async saved(withinMs = 10_000) {
      link.flush();
      await link.drained(withinMs);
      return outbox.held.length === 0;
    },
    seen: (id) => link.seen(id),
    callProctor: (text) => link.tell({ type: "call", ...(text !== undefined && { text }) }),
    close: () => link.stop(),
  };
}

async function readAttempt(call: ReturnType<typeof browserCall>, token: string): Promise<AttemptAnswer> {
  const { status, body } = await call("/api/attempt", token);
  if (status === 0) throw new InvigilError("The server cannot be reached", { code: "unreachable" });
  if (status !== 200) throw errorOf(status, body);
  return body as AttemptAnswer;
}

/** Fields in the order in which the server hashes them, whoever made the event. */
function inOrder(event: CapturedEvent): CapturedEvent {
  return Object.fromEntries(Object.entries(event).sort(([a], [b]) => a < b ? -1 : 1)) as CapturedEvent;
}

function machineWorld(server: string, Socket: typeof WebSocket | undefined): LinkWorld {
  const call = browserCall(server);
  const ways = Socket &&
    new TwoWays({ socket: (handlers) => openSocket(server, handlers, Socket), call, after: later });
  return {
    connect: (handlers) => ways?.connect(handlers) ?? new RestTransport(call, handlers, later),
    now: () => performance.now(),
    wallNow: () => Date.now(),
    random: () => Math.random(),
    after: later,
    hash: eventsHash,
  };
}
