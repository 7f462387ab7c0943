import assert from "node:assert/strict";
import { namedFailures } from "../../../server/store/named_failures.ts";
import { StoreUnavailable } from "../../../server/store/store_unavailable.ts";

Deno.test("[CL26] what a database could not do says so; a value that it never takes is our own mistake", async () => {
  const opened = await Deno.openKv(":memory:");
  const kv = namedFailures(opened);
  await assert.rejects(kv.set(["a"], "x".repeat(70_000)), TypeError);
  await kv.atomic().set(["a"], 1).commit();
  assert.deepEqual((await Array.fromAsync(kv.list({ prefix: [] }))).map(({ value }) => value), [1]);
  opened.close();
  const calls: (() => Promise<unknown>)[] = [
    () => kv.get(["a"]),
    () => kv.getMany([["a"]]),
    () => kv.set(["a"], 1),
    () => kv.delete(["a"]),
    () => kv.list({ prefix: ["a"] }).next(),
    () => kv.atomic().set(["a"], 1).commit(),
  ];
  for (const call of calls) await assert.rejects(async () => await call(), StoreUnavailable);
});
