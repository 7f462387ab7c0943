import assert from "node:assert/strict";
import { AttemptLink } from "../../islands/link/attempt_link.ts";
import { browserWorld } from "../../islands/link/browser_world.ts";
import { HeldBatches } from "../../islands/link/held_batches.ts";
import { MemoryOutboxStore } from "../../islands/link/memory_outbox_store.ts";
import { Outbox } from "../../islands/link/outbox.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import type { ServerToStudent } from "../../protocol/student_messages.ts";
import { liveTest } from "../support/live_server.ts";
import { NoSocketsProxy } from "../support/no_sockets_proxy.ts";

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

liveTest(
  "[CA76] behind a proxy that lets no socket through the page's own link stores everything, in order and once",
  async (server) => {
    const { attempt_id, session_token } = await server.join();
    const proxy = await NoSocketsProxy.start(server.url);
    const heard: ServerToStudent[] = [];
    const held = new HeldBatches(new MemoryOutboxStore(), attempt_id, new Outbox(), after, () => {});
    const link = new AttemptLink(browserWorld(proxy.origin, after), session_token, held, {
      settle: () => {},
      message: (message) => heard.push(message),
      status: () => {},
      changed: () => {},
      overtaken: () => Promise.resolve(null),
      shifted: () => {},
    }, 0);
    try {
      for (let at = 0; at < 50; at++) {
        link.record({ at, inserted: String(at % 10), question: "q1", removed: 0, t: at * 20, type: "answer_edit" });
      }
      link.start();
      assert.equal(await link.drained(10_000), true);
      const { answers, last_seq } = AttemptAnswer.parse(
        (await server.call("GET", "/api/attempt", session_token)).body,
      );
      assert.equal(answers.q1, "0123456789".repeat(5));
      assert.ok(last_seq > 0);
      assert.equal(heard[0]?.type, "welcome");
      assert.ok(proxy.upgrades >= 2);
      assert.equal(server.services.rooms.links.presence(attempt_id).connected, true);
    } finally {
      link.stop();
      await proxy.stop();
    }
  },
);
