import assert from "node:assert/strict";
import type { RestAnswer } from "../../../islands/link/rest_call.ts";
import type { Transport, TransportHandlers } from "../../../islands/link/transport.ts";
import { TwoWays } from "../../../islands/link/two_ways.ts";
import { CloseCode } from "../../../protocol/close_codes.ts";
import type { ServerToStudent, StudentToServer } from "../../../protocol/student_messages.ts";
import { settlePromises, VirtualWorld } from "../../support/virtual_world.ts";

const STANDING = {
  attempt_id: "a1",
  state: "active",
  deadline: 9_000,
  server_time: 1_000,
  last_seq: 0,
  last_hash: null,
  reason: null,
  notices: [],
};

/** A network in which sockets and REST work or not, as a test says. */
class Network {
  socketsWork = false;
  /** Whether sockets open and let nothing through, not even their end. */
  isMute = false;
  restWorks = true;
  standing: Record<string, unknown> = STANDING;
  answers: RestAnswer[] = [];
  readonly calls: string[] = [];
  readonly said: StudentToServer[] = [];
  sockets = 0;
  readonly world = new VirtualWorld(() => {
    throw new TypeError("Cannot connect but by the ways under test");
  });
  readonly ways = new TwoWays({
    socket: (handlers) => this.#socket(handlers),
    call: (path, _token, body) => this.#call(path, body),
    after: this.world.after,
  });

  #socket(handlers: TransportHandlers): Transport {
    this.sockets++;
    let isOpen = this.socketsWork;
    this.world.after(1, () => isOpen ? handlers.opened() : handlers.closed(1006, ""));
    return {
      send: (message) => {
        this.said.push(message);
        if (isOpen && !this.isMute) {
          this.world.after(1, () => isOpen && handlers.received({ type: "pong", server_time: 1 }));
        }
      },
      close: () => {
        isOpen = false;
      },
    };
  }

  #call(path: string, body: unknown): Promise<RestAnswer> {
    this.calls.push(`${path} ${JSON.stringify(body ?? null)}`);
    if (!this.restWorks) return Promise.resolve({ status: 0, body: null, retryAfterMs: null });
    const next = path === "/log_activity" ? this.answers.shift() : undefined;
    return Promise.resolve(next ?? { status: 200, body: this.standing, retryAfterMs: null });
  }
}

/** A client that says hello and comes back half a second after each break. */
class Client {
  readonly heard: ServerToStudent[] = [];
  readonly closed: number[] = [];
  transport: Transport | null = null;

  constructor(readonly network: Network) {
    this.#connect();
  }

  #connect(): void {
    this.transport = this.network.ways.connect({
      opened: () => this.transport?.send({ type: "hello", protocol: 1, token: "token" }),
      received: (message) => {
        if (message !== null) this.heard.push(message);
      },
      closed: (code) => {
        this.closed.push(code);
        if (code < 4_000) this.network.world.after(500, () => this.#connect());
      },
    });
  }

  /** Takes the connection for broken, as after a silence, and comes back. */
  giveUp(): void {
    this.transport?.close();
    this.#connect();
  }

  types(): string[] {
    return this.heard.map(({ type }) => type);
  }
}

const batch = (seq: number): StudentToServer => ({
  type: "batch",
  seq,
  sentAt: 0,
  events: [{ question: "q1", t: seq, type: "question_view" }],
});

Deno.test("[CA77] after two sockets in vain REST is taken, and a socket again once the server speaks over one", async () => {
  const network = new Network();
  const client = new Client(network);
  await network.world.pass(2_000);
  assert.deepEqual([network.sockets, client.types()], [2, ["welcome"]]);
  assert.deepEqual(client.closed, [1006, 1006]);
  await network.world.pass(31_000);
  assert.equal(network.sockets, 3, "a socket was tried, in vain");
  assert.equal(client.closed.length, 2, "and nobody noticed");
  network.socketsWork = true;
  await network.world.pass(61_000);
  assert.equal(network.sockets, 5, "one to see, one to stay");
  assert.equal(client.heard.at(-1)?.type, "pong");
  const calls = network.calls.length;
  await network.world.pass(60_000);
  assert.equal(network.calls.length, calls, "nothing is asked by REST any more");
});

Deno.test("[CA77] a socket that opens and brings no word is in vain, too, though its end is never told", async () => {
  const network = new Network();
  network.socketsWork = network.isMute = true;
  const client = new Client(network);
  for (let silence = 0; silence < 2; silence++) {
    await network.world.pass(7_000);
    assert.deepEqual(client.heard, []);
    client.giveUp();
  }
  await network.world.pass(1_000);
  assert.deepEqual([network.sockets, client.types(), client.closed], [2, ["welcome"], []]);
});

Deno.test("[CA77] where neither way works they take turns, until one does", async () => {
  const network = new Network();
  network.restWorks = false;
  const client = new Client(network);
  await network.world.pass(10_000);
  assert.ok(
    network.sockets >= 4 && network.calls.length >= 3,
    `${network.sockets} sockets, ${network.calls.length} calls`,
  );
  assert.deepEqual(client.heard, []);
  network.socketsWork = true;
  await network.world.pass(2_000);
  assert.ok(client.heard.length > 0);
});

Deno.test("[CA77] a server that refuses a socket with its reason was reached: REST is no way around it", async () => {
  const network = new Network();
  const codes: number[] = [];
  const ways = new TwoWays({
    socket: (handlers) => {
      network.world.after(1, () => handlers.closed(CloseCode.come_back, "come_back"));
      return { send: () => {}, close: () => {} };
    },
    call: () => Promise.reject(new TypeError("Cannot be called here")),
    after: network.world.after,
  });
  for (let tries = 0; tries < 5; tries++) {
    ways.connect({ opened: () => {}, received: () => {}, closed: (code) => codes.push(code) });
    await network.world.pass(10);
  }
  assert.deepEqual(codes, Array(5).fill(CloseCode.come_back));
});

Deno.test("[CA78] by REST batches go one by one, and wait as long as the server asks", async () => {
  const network = new Network();
  const client = new Client(network);
  await network.world.pass(2_000);
  network.answers = [
    { status: 429, body: null, retryAfterMs: 5_000 },
    { status: 200, body: { ack: 1, risk_score: 0, risk_level: "low" }, retryAfterMs: null },
    { status: 409, body: { error: { code: "gap" }, expected: 2 }, retryAfterMs: null },
    { status: 409, body: { error: { code: "conflict" }, seq: 4, last_seq: 9 }, retryAfterMs: null },
  ];
  for (const seq of [1, 3, 4]) client.transport?.send(batch(seq));
  const sent = () => network.calls.filter((call) => call.startsWith("/log_activity")).length;
  await network.world.pass(4_000);
  assert.equal(sent(), 1);
  await network.world.pass(2_000);
  await settlePromises();
  assert.equal(sent(), 4);
  assert.deepEqual(client.heard.filter(({ type }) => ["ack", "expected", "conflict"].includes(type)), [
    { type: "ack", seq: 1 },
    { type: "expected", seq: 2 },
    { type: "conflict", seq: 4, last_seq: 9 },
  ]);
  network.answers = [{ status: 409, body: { error: { code: "past_deadline" } }, retryAfterMs: null }];
  client.transport?.send(batch(2));
  await network.world.pass(100);
  assert.equal(client.closed.at(-1), CloseCode.finished);
});

Deno.test("[CA78] by REST the page hears what a socket would have brought: notices, time, pause, lock, risk and the end", async () => {
  const network = new Network();
  const client = new Client(network);
  await network.world.pass(2_000);
  const look = async (change: Record<string, unknown>) => {
    const before = client.heard.length;
    network.standing = { ...network.standing, ...change };
    await network.world.pass(3_000);
    return client.heard.slice(before).filter(({ type }) => type !== "time");
  };
  const notice = { id: "4", kind: "warning", text: "Look up.", at: 5 };
  assert.deepEqual(await look({ notices: [notice] }), [{ type: "notice", ...notice }]);
  assert.deepEqual(await look({}), [], "once");
  assert.deepEqual(await look({ state: "paused", reason: "Alarm" }), [
    { type: "paused", paused: true, reason: "Alarm", deadline: 9_000 },
  ]);
  assert.deepEqual(await look({ state: "locked", reason: null, by_policy: true }), [
    { type: "paused", paused: false, reason: null, deadline: 9_000 },
    { type: "locked", locked: true, reason: null, by_policy: true, deadline: 9_000 },
  ]);
  assert.deepEqual(await look({ state: "active", by_policy: undefined, deadline: 12_000 }), [
    { type: "locked", locked: false, reason: null, deadline: 12_000 },
  ]);
  assert.deepEqual(await look({ state: "paused", break_until: 20_000 }), [
    { type: "paused", paused: true, reason: null, deadline: 12_000, break_until: 20_000 },
  ]);
  assert.deepEqual(await look({ state: "active", break_until: undefined }), [
    { type: "paused", paused: false, reason: null, deadline: 12_000 },
  ]);
  const accommodations = { extra_time_percent: 25, technologies: [], muted: [], weights: {} };
  await look({ accommodations });
  const time = client.heard.filter((message) => message.type === "time").at(-1);
  assert.deepEqual(time?.type === "time" && time.accommodations, accommodations);
  const risk = { risk: 12, level: "low", reasons: [] };
  assert.deepEqual(await look({ risk }), [{ type: "risk", ...risk }]);
  const ended = { state: "terminated", reason: "proctor", redirect_to: null, receipt: "ab" };
  assert.deepEqual(await look({ state: "terminated", ended }), [{ type: "submitted", ...ended }]);
});
