import assert from "node:assert/strict";
import { JoinBursts } from "../../../server/room/join_bursts.ts";

Deno.test("[RM67] twenty joins within ten seconds are a burst, told of again at twice as many; a steady stream is none", () => {
  const bursts = new JoinBursts();
  const told = Array.from({ length: 100 }, (_, index) => bursts.note("e", 1_000 + index)).filter((one) => one !== null);
  assert.deepEqual(told, [20, 40, 80].map((count) => ({ count, since: 1_000 })));
  const steady = new JoinBursts();
  for (let index = 0; index < 200; index++) assert.equal(steady.note("e", index * 600), null);
  const two = new JoinBursts();
  for (let index = 0; index < 38; index++) assert.equal(two.note(`${index % 2}`, index), null, "each exam by itself");
});
