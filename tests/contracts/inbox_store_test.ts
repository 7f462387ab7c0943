import assert from "node:assert/strict";
import type { Letter } from "../../server/store/inbox_store.ts";
import { createStores } from "../../server/store/stores.ts";
import { onEveryStore } from "./open_stores.ts";

const request = (text: unknown): Letter => ({ kind: "request", from: "one", request: text });

onEveryStore(
  "[ST59] a letter is fetched once, by one of several who look at the same moment",
  async ({ kv, another }) => {
    const inboxes = [createStores(kv).inboxes, createStores(await another()).inboxes];
    for (let n = 0; n < 5; n++) assert.equal(await inboxes[0].post("two", `letter ${n}`, request({ n })), true);
    const fetched: [string, Letter][] = [];
    const take = (letterId: string, letter: Letter) => void fetched.push([letterId, letter]);
    await Promise.all([...inboxes, ...inboxes].map((inbox) => inbox.fetch("two", take)));
    fetched.sort(([a], [b]) => a < b ? -1 : 1);
    assert.deepEqual(fetched, [0, 1, 2, 3, 4].map((n) => [`letter ${n}`, request({ n })]));
  },
);

onEveryStore("[ST59] a letter that was taken back is not fetched, one that is too long not left", async ({ kv }) => {
  const { inboxes } = createStores(kv);
  assert.equal(await inboxes.post("two", "long", request("x".repeat(70_000))), false);
  await inboxes.post("two", "back", request(null));
  await inboxes.post("three", "other", request(null));
  await inboxes.withdraw("two", "back");
  await inboxes.fetch("two", () => assert.fail("there is no letter"));
});

onEveryStore("[ST59] the bell rings for whoever watches", async ({ kv, another }) => {
  const { inboxes } = createStores(kv);
  const letters = createStores(await another()).inboxes;
  const { promise: rung, resolve: ring } = Promise.withResolvers<void>();
  const stop = letters.watch("two", 100, () => letters.fetch("two", () => ring()));
  await inboxes.post("two", "letter", request(null));
  await rung;
  stop();
});
