import { Siblings } from "../../../server/cluster/siblings.ts";
import assert from "node:assert/strict";
import type { RoomStudent } from "../../../protocol/proctor_messages.ts";
import { Instances } from "../../../server/cluster/instances.ts";
import { type Heard, RoomFeed } from "../../../server/cluster/room_feed.ts";
import { FeedStore } from "../../../server/store/feed_store.ts";
import { InstanceStore } from "../../../server/store/instance_store.ts";

const STUDENT: RoomStudent = {
  attempt_id: "attempt",
  name: "Ada",
  number: null,
  state: "active",
  connected: true,
  risk: 12,
  level: "low",
  peak: 12,
  last_seen: 1,
  started_at: 0,
  deadline: 1,
  reasons: [],
  insufficient: true,
  flags: 0,
  question: null,
  answered: 0,
  accommodated: false,
  blank: false,
  namesake: null,
  removed: false,
};

/** Two instances of one store, of which the first shows the room. */
async function withFeeds(kv: Deno.Kv, run: (here: RoomFeed, there: RoomFeed) => Promise<void>): Promise<void> {
  const now = () => performance.now();
  const instances = ["here", "there"].map((id) => new Instances(new InstanceStore(kv), id, now, now));
  const [here, there] = instances.map((instance) =>
    new RoomFeed(new FeedStore(kv), instance, new Siblings(), () => performance.now())
  );
  here.follow("exam");
  for (const instance of [...instances, ...instances]) await instance.beat();
  try {
    await run(here, there);
  } finally {
    here.stop();
    there.stop();
    for (const instance of instances) await instance.stop();
    kv.close();
  }
}

function nextHeard(feed: RoomFeed): Promise<Heard> {
  return new Promise((resolve) => {
    feed.onHeard = (heard) => heard.students.length > 0 && resolve(heard);
  });
}

Deno.test("[CL12] a room follows another instance's students by looking alone, where the store has no watch", async () => {
  const kv = await Deno.openKv(":memory:");
  kv.watch = () => {
    throw new TypeError("Watch is not available here");
  };
  await withFeeds(kv, async (here, there) => {
    const heard = nextHeard(here);
    there.publish("exam", STUDENT, true);
    assert.deepEqual((await heard).students, [STUDENT]);
  });
});

Deno.test("[CL17] what a room is told while the store does not answer, it is told afterwards, each student once", async () => {
  const kv = await Deno.openKv(":memory:");
  await withFeeds(kv, async (here, there) => {
    const { atomic } = kv;
    let failed: () => void = () => {};
    const once = new Promise<void>((resolve) => failed = resolve);
    kv.atomic = () => {
      const operation = atomic.call(kv);
      operation.commit = () => {
        failed();
        return Promise.reject(new Error("The connection was reset"));
      };
      return operation;
    };
    there.publish("exam", STUDENT, true);
    there.publish("exam", { ...STUDENT, attempt_id: "other" }, true);
    await once;
    kv.atomic = atomic;
    const heard = nextHeard(here);
    there.publish("exam", { ...STUDENT, risk: 40 }, true);
    const { students } = await heard;
    assert.deepEqual(students.map(({ attempt_id, risk }) => [attempt_id, risk]), [["attempt", 40], ["other", 12]]);
  });
});
