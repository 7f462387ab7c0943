import assert from "node:assert/strict";
// @ts-types="@types/ws"
import { WebSocket } from "ws";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { liveTest } from "../support/live_server.ts";

/** How long the flood lasts, ms; below the ten seconds after which its socket is closed. */
const FLOOD_MS = 3_000;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

// Its times are reported and not tested: on a busy machine they say more about the machine.
liveTest("[TR44] a flood from one student is held at its rate, and every other student is served", async (server) => {
  const latencies: number[] = [];
  const links = await Promise.all(Array.from({ length: 10 }, async (_, index) => {
    const { session_token: token } = await server.join(`Student ${index}`);
    const link = new MachineLink({
      url: server.url,
      token,
      random: createRandom(index),
      stored: (_, latencyMs) => void (latencyMs !== null && latencies.push(latencyMs)),
    });
    link.start();
    return link;
  }));
  let t = 0;
  const writing = setInterval(() => {
    t += 100;
    for (const link of links) link.add([{ focused: true, t, type: "focus_change" }]);
  }, 100);
  try {
    await sleep(1_500);
    const quiet = latencies.splice(0);

    const { session_token } = await server.join("Flood");
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/ws/student`, { perMessageDeflate: false });
    let acks = 0;
    let sent = 0;
    socket.on("message", (data) => {
      if (String(data).includes('"ack"')) acks++;
    });
    socket.on("error", () => {});
    await new Promise((resolve) => socket.on("open", resolve));
    socket.send(JSON.stringify({ type: "hello", protocol: 1, token: session_token }));
    await sleep(100);
    const begin = performance.now();
    while (performance.now() - begin < FLOOD_MS) {
      for (let burst = 0; burst < 40; burst++) {
        const events = Array.from({ length: 5 }, () => ({ type: "focus_change", t: sent, focused: true }));
        socket.send(JSON.stringify({ type: "batch", seq: ++sent, sentAt: 0, events }));
      }
      await sleep(10);
    }
    const flooded = latencies.splice(0);
    await sleep(500);
    const rate = server.services.settings.messagesPerSecond;
    const most = rate * ((performance.now() - begin) / 1_000 + 1) + 1;
    assert.ok(sent > 2 * most, `only ${sent} were sent`);
    assert.ok(acks <= most, `${acks} acks of ${sent} sent; at most ${most} were allowed`);
    assert.ok(flooded.length > links.length * 5, `${flooded.length} acks of the others`);
    await sleep(300);
    for (const link of links) assert.ok(link.unacknowledged < 20, `${link.unacknowledged} wait`);
    socket.terminate();
    console.log(
      `flood: ${sent} sent, ${acks} taken; others' acks: median ${median(quiet).toFixed(1)} ms before, ` +
        `${median(flooded).toFixed(1)} ms during`,
    );
  } finally {
    clearInterval(writing);
    for (const link of links) link.stop();
  }
});
