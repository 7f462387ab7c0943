import assert from "node:assert/strict";
import { liveTest } from "../support/live_server.ts";
import { REGRESSIONS, SEEDS } from "./regressions.ts";
import { fuzzRun } from "./run.ts";

/** What a server may grow by between a tenth of the messages and their end, bytes. */
const MOST_GROWTH = 200e6;

function fuzzTest(title: string, seed: number, messages: number): void {
  Deno.test({
    name: title,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const run = await fuzzRun({ seed, messages });
      assert.deepEqual(run.problems, [], `seed ${seed}`);
      const { before, after } = run.memory;
      assert.ok(after - before < MOST_GROWTH, `seed ${seed}: from ${before} to ${after} bytes`);
      console.log(`fuzz: ${run.messages} messages, seed ${seed}, slowest answer ${Math.round(run.slowestMs)} ms`);
    },
  });
}

const FRESH_SEED = Number(Deno.env.get("INVIGIL_FUZZ_SEED") ?? Math.floor(Math.random() * 2 ** 31));
fuzzTest(
  `[TR41] 20,000 spoilt messages are each answered by the protocol's codes (seed ${FRESH_SEED})`,
  FRESH_SEED,
  20_000,
);
for (const { name, seed, messages } of SEEDS) {
  fuzzTest(`[TR41] a seed that once found something: ${name}`, seed, messages);
}

liveTest("[TR41] what fuzzing once found stays mended", async (server) => {
  const tokens = { admin: await server.signIn(), student: (await server.join()).session_token, anyone: null };
  for (const { name, method, path, as, body, status } of REGRESSIONS) {
    assert.equal((await server.call(method, path, tokens[as], body)).status, status, name);
  }
});
