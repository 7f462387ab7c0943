import assert from "node:assert/strict";
// @ts-types="@types/ws"
import { WebSocketServer } from "ws";
import { messageFrame } from "../../lab/load/client_frame.ts";
import { FrameSocket } from "../../lab/load/frame_socket.ts";
import { LoadHall } from "../../lab/load/load_hall.ts";
import { WATCHED_MIX } from "../../lab/load/mixes.ts";
import { type GivenPlan, type LoadResult, Plan, type Said } from "../../lab/load/plan.ts";
import type { SocketEnd } from "../../lab/load/socket_end.ts";
import { ackText, callAnswers, pongText, welcomeText } from "../bench/bare_words.ts";
import { ADMIN_PASSWORD, type LiveServer, liveTest } from "../support/live_server.ts";

/** Twenty students with a batch every fifth of a second. */
function planAt(url: string, given: Partial<GivenPlan> = {}): Plan {
  return Plan.parse({
    url,
    code: "DEMO",
    students: 20,
    eventsPerBatch: 5,
    batches: 100,
    personas: WATCHED_MIX,
    seed: 5,
    paper: "own",
    mode: { kind: "paced", intervalMs: 200 },
    warmUpMs: 300,
    durationMs: 1_000,
    verify: 20,
    ...given,
  });
}

/** Runs a plan. @param heard Told what is said on the way. */
async function run(plan: Plan, heard: (said: Said) => void = () => {}): Promise<LoadResult> {
  const said: Said[] = [];
  await new LoadHall(plan, (one) => void (said.push(one), heard(one)), () => Promise.resolve()).run();
  const result = said.find((one) => one.said === "result");
  assert.ok(result);
  return result;
}

/** Numbers of the batches in each log of the demo exam. */
async function storedSeqs({ services }: LiveServer): Promise<number[][]> {
  const { exams, examAttempts, log } = services.stores;
  const examId = await exams.idOfCode("DEMO");
  assert.ok(examId !== null);
  const seqs: number[][] = [];
  for await (const attemptId of examAttempts.list(examId)) {
    const own: number[] = [];
    for await (const { entry } of log.read(attemptId)) if (entry.kind === "batch") own.push(entry.seq);
    seqs.push(own);
  }
  return seqs;
}

liveTest(
  "[SI17] every batch that a run of load counts as acknowledged is in the log, once and in order",
  async (server) => {
    const proctors = { count: 2, username: "admin", password: ADMIN_PASSWORD };
    const result = await run(planAt(server.url, { proctors }));
    assert.deepEqual([result.problems, result.lost, result.breaks], [[], 0, 0]);
    const seqs = await storedSeqs(server);
    assert.equal(seqs.length, 20);
    for (const own of seqs) assert.deepEqual(own, own.map((_, index) => index + 1));
    assert.equal(seqs.flat().length, result.acked);
    assert.ok(result.ackMs.n > 0 && result.ackMs.n <= result.acked);
    assert.ok(result.pushMs.n > 0);
    assert.ok(result.generator.process > 0 && result.sentBytes > 0);
  },
);

liveTest("[SI17] a run of load sends as fast as it is answered, and stops where it is told", async (server) => {
  const stops: number[] = [];
  const plan = planAt(server.url, { mode: { kind: "saturate", underWay: 3 }, stops: [8, 20] });
  const result = await run(plan, (said) => said.said === "stopped" && stops.push(said.at));
  assert.deepEqual([result.problems, result.lost, stops], [[], 0, [8, 20]]);
  for (const own of await storedSeqs(server)) assert.equal(own.length, 20);
}, { INVIGIL_MESSAGES_PER_SECOND: "1000" });

/** A server that lets everybody in and does with batches what it is told to. */
async function falseServer(
  take: (socket: WebSocket, seq: number, connection: number) => void,
  test: (url: string) => Promise<void>,
): Promise<void> {
  const answer = callAnswers();
  let connections = 0;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    if (request.headers.get("upgrade") !== "websocket") return answer(request);
    const { socket, response } = Deno.upgradeWebSocket(request);
    const connection = ++connections;
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "hello") socket.send(welcomeText(message.token));
      if (message.type === "ping") socket.send(pongText());
      if (message.type === "batch") take(socket, message.seq, connection);
    };
    return response;
  });
  try {
    await test(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** Few who write the bench's own paper: a server that only pretends has none. */
const FEW: Partial<GivenPlan> = { students: 3, paper: "small", personas: ["steady"] };

function falseTest(title: string, fn: () => Promise<void>): void {
  Deno.test({ name: title, sanitizeOps: false, sanitizeResources: false, fn });
}

falseTest("[SI17] a server that acknowledges and forgets is found out when everybody comes back", async () => {
  await falseServer((socket, seq) => socket.send(ackText(seq)), async (url) => {
    const { problems, lost } = await run(planAt(url, { ...FEW, verify: 3 }));
    assert.equal(lost, 0);
    assert.match(problems.join(), /batch \d+ was acknowledged, and welcome says 0/);
  });
});

falseTest("[SI17] an ack of what was never sent is a problem of the run", async () => {
  const take = (socket: WebSocket, seq: number) => [seq, seq + 1].forEach((one) => socket.send(ackText(one)));
  await falseServer(take, async (url) => {
    const { problems } = await run(planAt(url, { ...FEW, verify: 0, durationMs: 300 }));
    assert.match(problems.join(), /ack \d+ of a batch that was never sent/);
  });
});

falseTest(
  "[SI17] a socket that is closed with a word is a problem, and its student stays away where the word says so",
  async () => {
    await falseServer((socket) => socket.close(4422, "invalid"), async (url) => {
      const { problems, acked } = await run(planAt(url, { ...FEW, verify: 0 }));
      assert.deepEqual(problems, ["a socket was closed: 4422 invalid (3 times)"]);
      assert.equal(acked, 0);
    });
  },
);

falseTest(
  "[SI17] a connection that breaks is a problem but where the server may go away; its student comes back and goes on",
  async () => {
    const take = (socket: WebSocket, seq: number, connection: number) => {
      if (connection <= 3 && seq === 2) socket.close(4503, "come_back");
      else socket.send(ackText(seq));
    };
    for (const mayBreak of [false, true]) {
      await falseServer(take, async (url) => {
        const said: string[] = [];
        const plan = planAt(url, { ...FEW, verify: 0, mayBreak });
        const { problems } = await run(plan, (one) => void said.push(one.said));
        // This server forgets whoever goes, and says so.
        const others = problems.filter((problem) => !problem.startsWith("batch 1 was acknowledged"));
        assert.deepEqual(others, mayBreak ? [] : ["a socket was closed: 4503 come_back (3 times)"]);
        assert.ok(said.includes("back"));
      });
    }
  },
);

/** Runs `deno task load` as a process. */
async function task(args: string[], env: Record<string, string> = {}) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "lab/tasks/load.ts", ...args],
    cwd: new URL("../..", import.meta.url),
    env,
  }).output();
  const decoder = new TextDecoder();
  return { code, said: decoder.decode(stdout), complained: decoder.decode(stderr) };
}

liveTest(
  "[SI17] deno task load tells in figures and one sentence whether a server holds its students",
  async (server) => {
    const args = ["--students", "20", "--url", server.url, "--seconds", "1", "--interval", "250"];
    const watched = ["--proctors", "1", "--username", "admin", "--json"];
    const { code, said } = await task([...args, ...watched], { INVIGIL_LOAD_PASSWORD: ADMIN_PASSWORD });
    const { lost, problems, ack_ms, is_held } = JSON.parse(said);
    assert.deepEqual([lost, problems], [0, []]);
    assert.ok(ack_ms.n > 0 && ack_ms.p50 > 0);
    // How soon is the machine's affair; the exit code says the same as the figures.
    assert.equal(code, is_held === true ? 0 : 1);
  },
);

liveTest(
  "deno task load says which setting stands in its way, and what is wrong with what was typed",
  async (server) => {
    const at = ["--url", server.url, "--seconds", "1"];
    const wrong: [string[], RegExp][] = [
      [[...at, "--students", "2", "--code", "NOPE"], /There is no exam with the code "NOPE"/],
      [[...at, "--students", "8"], /After 5 of 8 students .* INVIGIL_JOINS_PER_MINUTE=8 or more/],
      [[...at, "--students", "2", "--proctors", "1"], /INVIGIL_LOAD_PASSWORD has no password/],
      [[...at, "--students", "none"], /--students must be a whole number/],
      [["--students", "2", "--url", "http://127.0.0.1:9"], /Nobody answers at/],
    ];
    for (const [args, sentence] of wrong) {
      const { code, complained } = await task(args);
      assert.equal(code, 2, complained);
      assert.match(complained, sentence);
    }
  },
  { INVIGIL_JOINS_PER_MINUTE: "5" },
);

liveTest("deno task load says that an address has too few sockets", async (server) => {
  const { code, complained } = await task(["--students", "6", "--url", server.url, "--seconds", "1"]);
  assert.equal(code, 2, complained);
  assert.match(complained, /Cannot connect all 6 students: .* INVIGIL_SOCKETS_PER_ADDRESS=6 or more/);
}, { INVIGIL_SOCKETS_PER_ADDRESS: "4" });

falseTest("[SI17] whoever is asked whether they are still there answers with what they were asked", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const answered = new Promise<string>((resolve) => {
    server.on("connection", (socket) => {
      socket.on("message", () => socket.ping("are you there?"));
      socket.on("pong", (payload) => {
        resolve(String(payload));
        socket.close(4503, "come_back");
      });
    });
  });
  try {
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    const end = await new Promise<SocketEnd>((resolve) => {
      const socket: FrameSocket = new FrameSocket({
        opened: () => socket.send(messageFrame({ type: "ping" })),
        text: () => {},
        ended: resolve,
      });
      void socket.open(new URL(`ws://127.0.0.1:${address.port}/`));
    });
    assert.equal(await answered, "are you there?");
    assert.deepEqual(end, { kind: "closed", code: 4503, reason: "come_back" });
  } finally {
    server.close();
  }
});
