import assert from "node:assert/strict";
import { Courier } from "../../../server/cluster/courier.ts";
import { Refusal } from "../../../server/errors.ts";
import { InboxStore } from "../../../server/store/inbox_store.ts";

async function withCouriers(run: (here: Courier, there: Courier, kv: Deno.Kv) => Promise<void>): Promise<void> {
  const kv = await Deno.openKv(":memory:");
  const here = new Courier(new InboxStore(kv), "here");
  const there = new Courier(new InboxStore(kv), "there");
  here.start(() => Promise.resolve(null));
  try {
    await run(here, there, kv);
  } finally {
    here.stop();
    there.stop();
    kv.close();
  }
}

Deno.test("[CL13] a request is answered once by the instance that it is for, and leaves nothing behind", () =>
  withCouriers(async (here, there, kv) => {
    let asked = 0;
    there.start((request) => {
      asked++;
      return Promise.resolve({ heard: request });
    });
    const answers = await Promise.all([1, 2, 3].map((number) => here.ask("there", { number })));
    assert.deepEqual(answers.map((reply) => reply?.answer), [1, 2, 3].map((number) => ({ heard: { number } })));
    assert.equal(asked, 3);
    assert.deepEqual(await Array.fromAsync(kv.list({ prefix: ["inbox"] })), []);
  }));

Deno.test("[CL13] a refusal travels with its code", () =>
  withCouriers(async (here, there) => {
    there.start(() => Promise.reject(new Refusal("wrong_state", "exam_closed")));
    await assert.rejects(here.ask("there", {}), (error) => error instanceof Refusal && error.code === "wrong_state");
    there.stop();
  }));

Deno.test("[CL13] a letter is fetched by one of several who look at once", () =>
  withCouriers(async (here, there, kv) => {
    const twin = new Courier(new InboxStore(kv), "there");
    let asked = 0;
    const answer = () => Promise.resolve(++asked);
    there.start(answer);
    twin.start(answer);
    await Promise.all([1, 2, 3, 4, 5].map(() => here.ask("there", {})));
    assert.equal(asked, 5);
    twin.stop();
  }));
