import assert from "node:assert/strict";
import { generatorLimit, generatorShare } from "../../../lab/load/generator_limit.ts";
import { processorUse } from "../../../lab/load/processor_time.ts";

const use = (thread: number, waited = 0) => ({ process: thread + 0.02, thread, waited });

Deno.test("[SI18] generatorLimit() finds a generator whose thread had no more to give, whatever the run", () => {
  for (const isSaturating of [true, false]) {
    assert.match(generatorLimit({ generator: use(0.86), isSaturating, server: 2 }) ?? "", /its thread took 86 %/);
    assert.equal(generatorLimit({ generator: use(0.84), isSaturating, server: 2 }), null);
  }
});

Deno.test("[SI18] generatorLimit() finds a server that waits for the generator, where everybody sends as fast as it answers", () => {
  const limit = generatorLimit({ generator: use(0.6), isSaturating: true, server: 0.7 });
  assert.match(limit ?? "", /the server took only 70 % of a core while the generator's thread took 60 %/);
  // A server that waits for something else, a busy one, one in no hurry, and one on another machine.
  assert.equal(generatorLimit({ generator: use(0.3), isSaturating: true, server: 0.4 }), null);
  assert.equal(generatorLimit({ generator: use(0.6), isSaturating: true, server: 0.95 }), null);
  assert.equal(generatorLimit({ generator: use(0.6), isSaturating: false, server: 0.4 }), null);
  assert.equal(generatorLimit({ generator: use(0.6), isSaturating: true, server: null }), null);
});

Deno.test("generatorShare() says what stands beside a figure", () => {
  assert.equal(generatorShare(use(0.16, 0.01)), "generator 18 % of a core");
  assert.equal(generatorShare(use(0.16, 0.2)), "generator 18 % of a core, 20 % of the time waiting for one");
});

Deno.test("processorUse() is what was taken over the time in which it was", () => {
  const from = { processMs: 100, threadMs: 80, waitedMs: 5 };
  const to = { processMs: 1_100, threadMs: 830, waitedMs: 255 };
  assert.deepEqual(processorUse(from, to, 5_000), { process: 0.2, thread: 0.15, waited: 0.05 });
});
