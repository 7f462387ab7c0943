import assert from "node:assert/strict";
import { joinExam } from "../../lab/students/join_exam.ts";
import { startInvigil } from "../bench/server_process.ts";
import { rawUpgrade, upgradeStatus } from "../support/raw_upgrade.ts";
import { studentSocket } from "../support/socket_client.ts";

const SILENT = 200;

/** What each silent socket says is coming, and what comes of it at most. */
const DECLARED_BYTES = 48_000_000;
const SENT_BYTES = 8_000_000;

/** What a server may grow by, bytes: 200 sockets would send 1,600 MB. */
const MOST_GROWTH = 100e6;

/** Headers or a body that never end are ended after this long, ms, with a look every five seconds. */
const HEADERS_WITHIN_MS = 25_000;

/** The beginning of one text frame (RFC 6455, 5.2). */
function frameHead(bytes: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(14);
  head.set([0x81, 0x80 | 127]);
  new DataView(head.buffer).setBigUint64(2, BigInt(bytes));
  return head;
}

/** A socket that sends a frame without end and no hello, for as long as it is let. */
async function sendUnfinished(url: string, bytes: number): Promise<Deno.TcpConn> {
  const { status, connection } = await rawUpgrade(url);
  assert.equal(status, 101);
  const send = async (): Promise<void> => {
    await connection.write(frameHead(bytes));
    const piece = new Uint8Array(64 * 1024);
    const most = Math.min(SENT_BYTES, bytes - piece.length);
    for (let sent = 0; sent < most; sent += piece.length) await connection.write(piece);
  };
  send().catch(() => {});
  return connection;
}

/** Resolves when the other side ends a connection that only ever sent the beginning of a request. */
async function untilEnded(port: number, beginning: string): Promise<number> {
  const began = performance.now();
  const connection = await Deno.connect({ hostname: "127.0.0.1", port });
  await connection.write(new TextEncoder().encode(beginning));
  const answer = new Uint8Array(4_096);
  while (await connection.read(answer).catch(() => null) !== null);
  connection.close();
  return performance.now() - began;
}

for (const [what, bytes] of [["of 48 MB", DECLARED_BYTES], ["that a batch could have", 400_000]] as const) {
  Deno.test({
    name: `[ED14] behind ${SILENT} silent sockets, each with an unfinished frame ${what}, a student joins at once`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const folder = await Deno.makeTempDir({ prefix: "invigil-silent-" });
      const server = await startInvigil(`${folder}/silent.kv`, { env: { INVIGIL_SOCKETS_PER_ADDRESS: "5000" } });
      const silent: Deno.TcpConn[] = [];
      try {
        // What a server grows by with its first sockets of all is not what is asked.
        for (let i = 0; i < SILENT; i++) assert.equal(await upgradeStatus(server.url), 101);
        const before = server.residentBytes();
        for (let i = 0; i < SILENT; i++) silent.push(await sendUnfinished(server.url, bytes));
        const began = performance.now();
        const { session_token } = await joinExam(server.url, "DEMO", "Ada");
        const student = studentSocket(server.url, session_token);
        await student.next("welcome");
        const joinedMs = performance.now() - began;
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        const growth = server.peakBytes() - before;
        console.log(
          `silent sockets ${what}: a student was in after ${joinedMs.toFixed(0)} ms, ` +
            `memory grew by ${(growth / 1e6).toFixed(0)} MB at most`,
        );
        assert.equal(student.closed, null);
        assert.ok(joinedMs < 1_000, `a student was in after ${joinedMs} ms`);
        assert.ok(growth < MOST_GROWTH, `memory grew by ${growth / 1e6} MB`);
        student.close();
      } finally {
        for (const connection of silent) connection.close();
        await server.stop();
        await Deno.remove(folder, { recursive: true });
      }
    },
  });
}

Deno.test({
  name: "[ED15] headers and sockets that never say anything are ended, whoever waits for whom",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const folder = await Deno.makeTempDir({ prefix: "invigil-silent-" });
    const server = await startInvigil(`${folder}/silent.kv`);
    try {
      const ended = await Promise.all([
        untilEnded(server.port, ""),
        untilEnded(server.port, "GET /ping HTTP/1.1\r\nhost: a\r\n"),
        rawUpgrade(server.url).then(async ({ connection }) => {
          const began = performance.now();
          // The close frame is read and not answered.
          while (await connection.read(new Uint8Array(256)).catch(() => null) !== null);
          connection.close();
          return performance.now() - began;
        }),
      ]);
      for (const ms of ended) assert.ok(ms < HEADERS_WITHIN_MS, `ended after ${ended.map(Math.round)} ms`);
    } finally {
      await server.stop();
      await Deno.remove(folder, { recursive: true });
    }
  },
});
