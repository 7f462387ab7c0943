/**
 * The raw limit of ingest: a socket, `JSON.parse`, a grouped commit of the same bytes, an ack, and nothing else. It
 * answers the few words of the protocol that the load generator says, so that both servers see the same load.
 */
import { Buffer } from "node:buffer";
import { PROTOCOL_VERSION } from "../../protocol/limits.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";

/** Values of one atomic. */
const GROUP = 100;

interface Waiting {
  key: Deno.KvKey;
  bytes: Uint8Array;
  seq: number;
  socket: WebSocket;
}

/** To an attempt that has no batch yet, and no end. */
function welcome(attempt_id: string): ServerToStudent {
  const now = Date.now();
  return {
    type: "welcome",
    protocol: PROTOCOL_VERSION,
    attempt_id,
    last_seq: 0,
    last_hash: null,
    deadline: now + 86_400_000,
    state: "active",
    server_time: now,
  };
}

async function main(): Promise<void> {
  const kv = await Deno.openKv(Deno.env.get("INVIGIL_KV"));
  let waiting: Waiting[] = [];
  let isCommitting = false;
  let attempts = 0;

  async function commit(): Promise<void> {
    isCommitting = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP);
      waiting = waiting.slice(GROUP);
      const atomic = kv.atomic();
      for (const { key, bytes } of group) atomic.set(key, bytes);
      await atomic.commit();
      for (const { socket, seq } of group) socket.send(`{"type":"ack","seq":${seq}}`);
    }
    isCommitting = false;
  }

  function serveSocket(request: Request): Response {
    const { socket, response } = Deno.upgradeWebSocket(request, { idleTimeout: 0 });
    let attempt = "";
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data);
      if (message.type === "hello") {
        attempt = message.token;
        socket.send(JSON.stringify(welcome(attempt)));
      } else if (message.type === "ping") {
        socket.send(JSON.stringify({ type: "pong", server_time: Date.now() }));
      } else if (message.type === "batch") {
        waiting.push({ key: ["log", attempt, message.seq], bytes: Buffer.from(data), seq: message.seq, socket });
        if (!isCommitting) void commit();
      }
    };
    return response;
  }

  Deno.serve({ port: Number(Deno.env.get("PORT")), hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/readyz") return new Response("ready");
    if (pathname === "/ws/student") return serveSocket(request);
    const attemptId = `a${++attempts}`;
    const exam = { exam_id: "raw", title: "Raw", questions: [] };
    return Response.json({ attempt_id: attemptId, session_token: attemptId, deadline: 0, exam }, { status: 201 });
  });
}

if (import.meta.main) await main();
