import assert from "node:assert/strict";
import { MachineLink } from "../../lab/students/machine_link.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { typed } from "../support/hall.ts";
import { liveTest } from "../support/live_server.ts";

/** What was written offline: 120 batches of 40 kB, 1.5 times what may come at once. */
const BATCHES = 120;

const RATE = 200_000;

liveTest(
  "[RM5] what a day without network has piled up comes in slower, over one connection, and whole",
  async (server) => {
    const { session_token: token } = await server.join();
    let stored = 0;
    const link = new MachineLink({ url: server.url, token, random: createRandom(1), stored: () => void stored++ });
    const memory = Deno.memoryUsage().rss;
    for (let count = 0; count < BATCHES; count++) {
      link.add(Array.from({ length: 5 }, () => typed(200 + count, "x".repeat(8_000))));
    }
    const began = performance.now();
    link.start();
    try {
      while (stored < BATCHES) {
        assert.ok(performance.now() - began < 60_000, `${stored} of ${BATCHES} were stored`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const seconds = (performance.now() - began) / 1_000;
      const least = (BATCHES * 40_000 - 16 * RATE - 256 * 1_024) / RATE;
      assert.ok(seconds > least, `${seconds.toFixed(1)} s, and ${least.toFixed(1)} s at least`);
      assert.equal(link.reconnects, 0);
      assert.deepEqual(link.watch.problems, []);
      const grown = (Deno.memoryUsage().rss - memory) / 1e6;
      console.log(
        `catch-up: ${BATCHES} batches of 40 kB in ${seconds.toFixed(1)} s at ${RATE / 1e3} kB/s, ${
          grown.toFixed(0)
        } MB grown`,
      );
    } finally {
      link.stop();
    }
  },
  { INVIGIL_BYTES_PER_SECOND: String(RATE) },
);
