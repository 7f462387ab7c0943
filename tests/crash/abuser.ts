/**
 * `deno run -A tests/crash/abuser.ts URL TOKEN`: one student who sends as much as goes through, over a socket and eight
 * REST calls at once, until it is killed. Answers are not looked at.
 *
 * @module
 */
import { setPriority } from "node:os";
// @ts-types="@types/ws"
import { WebSocket } from "ws";

// An abuser sits at another machine: here, what sending costs must not be taken from those who are measured.
setPriority(19);

const [url, token] = Deno.args;
const text = "x".repeat(8_000);

/** A batch as large as one may be; numbers are counted as if each was taken. */
function batch(seq: number) {
  const events = Array.from({ length: 30 }, (_, index) => ({
    type: "answer_edit",
    t: seq * 100,
    question: "q1",
    at: index,
    removed: index === 0 ? 240_000 : 0,
    inserted: text,
  }));
  return { seq, sentAt: 0, events };
}

let seq = 0;

async function post(): Promise<never> {
  for (;;) {
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify(batch(++seq));
    const answer = await fetch(`${url}/log_activity`, { method: "POST", headers, body }).catch(() => null);
    if (answer === null) await new Promise((resolve) => setTimeout(resolve, 50));
    else await answer.body?.cancel();
  }
}

function flood(): void {
  const socket = new WebSocket(`${url.replace("http", "ws")}/ws/student`, { perMessageDeflate: false });
  let sending: ReturnType<typeof setInterval>;
  socket.on("open", () => {
    socket.send(JSON.stringify({ type: "hello", protocol: 1, token }));
    sending = setInterval(() => {
      if (socket.bufferedAmount < 4e6) socket.send(JSON.stringify({ type: "batch", ...batch(++seq) }));
    }, 5);
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    clearInterval(sending);
    setTimeout(flood, 100);
  });
}

flood();
await Promise.all(Array.from({ length: 8 }, post));
