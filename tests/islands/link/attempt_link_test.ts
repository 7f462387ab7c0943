import assert from "node:assert/strict";
import { AttemptLink, type LinkListener } from "../../../islands/link/attempt_link.ts";
import { type LinkStatus, SILENCE_MS } from "../../../islands/link/connection.ts";
import { HeldBatches } from "../../../islands/link/held_batches.ts";
import { Outbox } from "../../../islands/link/outbox.ts";
import { MemoryOutboxStore } from "../../../islands/link/memory_outbox_store.ts";
import { CloseCode } from "../../../protocol/close_codes.ts";
import type { CapturedEvent } from "../../../protocol/events.ts";
import { FakeAttemptServer } from "../../support/fake_attempt_server.ts";
import { seededRandom, VirtualWorld } from "../../support/virtual_world.ts";

/** A page with an attempt's link: it can crash, and another one go on from what is on disk. */
class Page {
  readonly link: AttemptLink;
  readonly held: HeldBatches;
  statuses: LinkStatus[] = [];
  durable: boolean[] = [];
  shiftedMs = 0;
  overtakenCount = 0;
  /** Attempt time that this page begins at, at least. */
  readonly lastT: number;

  private constructor(
    readonly world: VirtualWorld,
    store: MemoryOutboxStore,
    outbox: Outbox,
    server: FakeAttemptServer,
  ) {
    this.held = new HeldBatches(store, "a1", outbox, world.after, (isDurable) => this.durable.push(isDurable));
    const listener: LinkListener = {
      settle: () => {},
      message: () => {},
      status: (status) => this.statuses.push(status),
      changed: () => {},
      overtaken: () => {
        this.overtakenCount++;
        return Promise.resolve(server.lastT);
      },
      shifted: (ms) => this.shiftedMs += ms,
    };
    const lastT = this.lastT = Math.max(server.lastT, outbox.held.at(-1)?.events.at(-1)?.t ?? 0);
    this.link = new AttemptLink(world, "token", this.held, listener, lastT);
    this.link.start();
  }

  static async open(world: VirtualWorld, store: MemoryOutboxStore, server: FakeAttemptServer): Promise<Page> {
    return new Page(world, store, new Outbox(await store.listBatches("a1"), server.log.length), server);
  }

  get status(): string {
    return this.statuses.at(-1)?.kind ?? "none";
  }
}

function edit(n: number, t: number): CapturedEvent {
  return { at: n, inserted: `${n},`, question: "q1", removed: 0, t, type: "answer_edit" };
}

function numbers(server: FakeAttemptServer): string {
  return server.events.map((event) => event.type === "answer_edit" ? event.inserted : "").join("");
}

async function passAndDeliver(world: VirtualWorld, server: FakeAttemptServer, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 100) {
    server.deliver();
    await world.pass(50);
    server.deliver();
    await world.pass(50);
  }
}

async function connected() {
  const server = new FakeAttemptServer();
  const world = new VirtualWorld(server.accept);
  const store = new MemoryOutboxStore();
  const page = await Page.open(world, store, server);
  await passAndDeliver(world, server, 300);
  return { server, world, store, page };
}

Deno.test("[CA10] a batch is closed each second, acknowledged and then dropped from the device", async () => {
  const { server, world, store, page } = await connected();
  page.link.record(edit(0, 10));
  assert.equal(page.link.unsavedAnswers, 1);
  await passAndDeliver(world, server, 1_200);
  assert.equal(numbers(server), "0,");
  assert.equal(page.link.unsavedAnswers, 0);
  assert.deepEqual(await store.listBatches("a1"), []);
});

Deno.test("[CA10] fifty events make a batch at once", async () => {
  const { server, world, page } = await connected();
  for (let n = 0; n < 50; n++) page.link.record(edit(n, n));
  await passAndDeliver(world, server, 200);
  assert.equal(server.log.length, 1);
});

Deno.test("[CA11] what was recorded without a network is sent in order after it, at no more than half the server's rate", async () => {
  const { server, world, page } = await connected();
  server.isDown = true;
  server.drop();
  for (let n = 0; n < 600; n++) {
    page.link.record(edit(n, n * 1_000));
    await world.pass(1_000);
    server.deliver();
  }
  assert.equal(page.link.unsavedAnswers, 600);
  assert.equal(page.status, "waiting");
  server.isDown = false;
  await passAndDeliver(world, server, 12_000);
  const before = server.log.length;
  assert.ok(before <= 12 * 50 + 50, `sent ${before} in twelve seconds`);
  await passAndDeliver(world, server, 15_000);
  assert.equal(numbers(server), Array.from({ length: 600 }, (_, n) => `${n},`).join(""));
  assert.equal(page.link.unsavedAnswers, 0);
});

Deno.test("[CA12] a batch whose ack got lost is not stored twice", async () => {
  const { server, world, page } = await connected();
  page.link.record(edit(0, 10));
  await world.pass(1_100);
  server.drop(true);
  await passAndDeliver(world, server, 2_000);
  assert.equal(numbers(server), "0,");
  assert.equal(page.link.unsavedAnswers, 0);
});

Deno.test("[CA13] after a crash of the tab, what was on the device is sent once", async () => {
  const { server, world, store, page } = await connected();
  page.link.record(edit(0, 10));
  await world.pass(1_100);
  server.drop(true);
  page.link.record(edit(1, 1_500));
  await world.pass(1_000);
  const next = await Page.open(world, store, server);
  await passAndDeliver(world, server, 3_000);
  assert.equal(numbers(server), "0,1,");
  assert.equal(next.link.unsavedAnswers, 0);
});

Deno.test("[CA14] a conflict renumbers what is held, moves it behind what another device wrote, and loses nothing", async () => {
  const { server, world, store, page } = await connected();
  server.isDown = true;
  server.drop();
  for (let n = 0; n < 3; n++) {
    page.link.record(edit(n, 1_000 + n * 1_000));
    await world.pass(1_000);
  }
  page.link.stop();
  server.writeElsewhere([edit(90, 60_000)]);
  server.writeElsewhere([edit(91, 61_000)]);
  server.isDown = false;
  const next = await Page.open(world, store, server);
  await passAndDeliver(world, server, 3_000);
  assert.equal(numbers(server), "90,91,0,1,2,");
  assert.deepEqual(server.refusals, []);
  assert.equal(next.overtakenCount, 1);
  assert.equal(next.shiftedMs, 60_000);
  assert.deepEqual(server.log.slice(2).map((batch) => batch.events[0].t), [61_000, 62_000, 63_000]);
});

Deno.test("[CA15] a server that lost its tail is sent what is held under the numbers that it wants", async () => {
  const { server, world, page } = await connected();
  for (let n = 0; n < 3; n++) {
    page.link.record(edit(n, n * 1_000));
    await passAndDeliver(world, server, 1_000);
  }
  server.log.length = 1;
  server.drop();
  page.link.record(edit(3, 3_000));
  await passAndDeliver(world, server, 4_000);
  assert.equal(numbers(server), "0,3,");
  assert.equal(page.link.unsavedAnswers, 0);
});

Deno.test("[CA16] the older of two connections is told and does not come back by itself", async () => {
  const { server, world, store, page } = await connected();
  await Page.open(world, store, server);
  await passAndDeliver(world, server, 60_000);
  assert.deepEqual(page.statuses.at(-1), { kind: "closed", code: CloseCode.taken_over, reason: "" });
});

Deno.test("[CA17] a connection that falls silent is given up and made anew", async () => {
  const { server, world, page } = await connected();
  await world.pass(SILENCE_MS + 2_000);
  assert.equal(page.status, "waiting");
  await passAndDeliver(world, server, 2_000);
  assert.equal(page.status, "online");
});

Deno.test("[CA18] where the disk fails, work goes on in memory, the page is told, and told again when it works", async () => {
  const server = new FakeAttemptServer();
  const world = new VirtualWorld(server.accept);
  const store = new MemoryOutboxStore();
  const put = store.putBatch;
  const replace = store.replaceBatches;
  store.putBatch = store.replaceBatches = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
  const page = await Page.open(world, store, server);
  page.link.record(edit(0, 10));
  await passAndDeliver(world, server, 1_500);
  assert.equal(numbers(server), "0,");
  assert.deepEqual(page.durable, [false]);
  store.putBatch = put;
  store.replaceBatches = replace;
  page.link.record(edit(1, 2_000));
  await passAndDeliver(world, server, 1_500);
  assert.deepEqual(page.durable, [false, true]);
  assert.equal(numbers(server), "0,1,");
});

Deno.test("[CA18] a disk that never answers holds nothing up for long", async () => {
  const server = new FakeAttemptServer();
  const world = new VirtualWorld(server.accept);
  const store = new MemoryOutboxStore();
  store.putBatch = store.replaceBatches = () => new Promise(() => {});
  const page = await Page.open(world, store, server);
  page.link.record(edit(0, 10));
  await passAndDeliver(world, server, 5_000);
  assert.equal(numbers(server), "0,");
  page.link.record(edit(1, 5_000));
  await passAndDeliver(world, server, 1_500);
  assert.equal(numbers(server), "0,1,");
});

Deno.test("[CA12] whatever breaks, and in whatever order, every event is stored exactly once and in order", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const server = new FakeAttemptServer();
    const world = new VirtualWorld(server.accept, random);
    const store = new MemoryOutboxStore();
    let page = await Page.open(world, store, server);
    let n = 0;
    let t = 0;
    for (let step = 0; step < 250; step++) {
      const dice = random();
      if (dice < 0.45) page.link.record(edit(n++, t));
      else if (dice < 0.75) {
        const ms = Math.floor(random() * 700);
        t += ms;
        await world.pass(ms);
      } else if (dice < 0.9) server.deliver();
      else if (dice < 0.93) server.drop(random() < 0.5);
      else if (dice < 0.95) server.isDown = !server.isDown;
      else if (dice < 0.97) page.link.flushNow();
      else {
        // A crash keeps what is on disk; what was not, is brought back from the copies of the answers.
        page.link.flush();
        await world.pass(0);
        page.link.stop();
        server.drop(random() < 0.5);
        page = await Page.open(world, store, server);
      }
    }
    server.isDown = false;
    await passAndDeliver(world, server, 30_000);
    page.link.flush();
    await passAndDeliver(world, server, 15_000);
    const wanted = Array.from({ length: n }, (_, i) => `${i},`).join("");
    assert.equal(numbers(server), wanted, `seed ${seed}`);
    assert.deepEqual(server.log.map((batch) => batch.seq), server.log.map((_, i) => i + 1), `seed ${seed}`);
    assert.deepEqual(await store.listBatches("a1"), [], `seed ${seed}`);
  }
});

Deno.test("[CA14] two devices that take the attempt from each other, again and again, lose and double nothing", async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed);
    const server = new FakeAttemptServer();
    const world = new VirtualWorld(server.accept, random);
    const stores = [new MemoryOutboxStore(), new MemoryOutboxStore()];
    const pages: Page[] = [];
    const recorded: string[] = [];
    let clock = 0;
    for (let step = 0; step < 300; step++) {
      const device = random() < 0.5 ? 0 : 1;
      const page = pages[device];
      const dice = random();
      if (page === undefined || page.status === "closed" || dice < 0.04) {
        page?.link.flush();
        await world.pass(0);
        page?.link.stop();
        pages[device] = await Page.open(world, stores[device], server);
      } else if (dice < 0.5) {
        clock = Math.max(clock, page.lastT) + 10;
        const inserted = `${device}-${recorded.length}`;
        page.link.record({
          at: 0,
          inserted,
          question: "q",
          removed: 0,
          t: clock + page.shiftedMs,
          type: "answer_edit",
        });
        recorded.push(inserted);
      } else if (dice < 0.8) {
        const ms = Math.floor(random() * 1_500);
        clock += ms;
        await world.pass(ms);
      } else if (dice < 0.97) server.deliver();
      else server.drop(random() < 0.5);
    }
    for (const page of pages) {
      page?.link.flush();
      await world.pass(0);
      page?.link.stop();
    }
    // At the end each device has its turn until everything is stored.
    for (const store of stores) {
      const page = await Page.open(world, store, server);
      await passAndDeliver(world, server, 20_000);
      page.link.stop();
    }
    const stored = server.events.flatMap((event) => event.type === "answer_edit" ? [event.inserted] : []);
    assert.deepEqual(server.refusals, [], `seed ${seed}`);
    assert.deepEqual(stored.toSorted(), recorded.toSorted(), `seed ${seed}`);
  }
});
