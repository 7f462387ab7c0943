import { watchKeys } from "../../../server/store/key_watch.ts";

/** Resolves after so many calls. */
function counter(wanted: number): { called: Promise<void>; call: () => Promise<void> } {
  let calls = 0;
  let done: () => void = () => {};
  const called = new Promise<void>((resolve) => done = resolve);
  return {
    called,
    call() {
      if (++calls === wanted) done();
      return Promise.resolve();
    },
  };
}

for (
  const [what, watch] of [
    ["has no watch", () => {
      throw new TypeError("Watch is not available here");
    }],
    ["has a watch that breaks", () => new ReadableStream({ start: (controller) => controller.error(new Error()) })],
    ["has a watch that ends", () => new ReadableStream({ start: (controller) => controller.close() })],
    ["has a watch that says nothing", () => new ReadableStream()],
  ] as const
) {
  Deno.test(`[CL12] changes are found by looking where a store ${what}`, async () => {
    const { called, call } = counter(3);
    const stop = watchKeys({ watch }, [["key"]], 2, call);
    await called;
    stop();
  });
}

Deno.test("[CL12] a watch tells of a change at once", async () => {
  const kv = await Deno.openKv(":memory:");
  const { called, call } = counter(2);
  const stop = watchKeys(kv, [["key"]], 3_600_000, call);
  await kv.set(["key"], 1);
  await kv.set(["key"], 2);
  await called;
  stop();
  kv.close();
});

Deno.test("[CL12] a look that fails does not end the looking", async () => {
  const { called, call } = counter(3);
  const stop = watchKeys({ watch: () => new ReadableStream() }, [["key"]], 2, async () => {
    await call();
    throw new Error("The store did not answer");
  });
  await called;
  stop();
});
