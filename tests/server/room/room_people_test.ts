import assert from "node:assert/strict";
import type { Present } from "../../../protocol/room_people.ts";
import { RoomPeople, UNHEARD_MS } from "../../../server/room/room_people.ts";

/** Instances whose feeds lead to each other at once, under one clock that the test turns. */
class Site {
  now = 0;
  #timers: { at: number; work: () => void }[] = [];
  readonly instances: RoomPeople[] = [];
  readonly told: Present[][][] = [];
  /** What each instance has written for the others. */
  readonly written: number[] = [];

  constructor(count: number) {
    for (let index = 0; index < count; index++) {
      this.told.push([]);
      this.written.push(0);
      const feed = {
        people: (examId: string, people: Present[]) => {
          this.written[index]++;
          this.instances.forEach((other, at) => at !== index && other.hear(examId, `i${index}`, people));
        },
      };
      const people = new RoomPeople(
        feed,
        (work, ms) => this.#timers.push({ at: this.now + ms, work }),
        () => this.now,
      );
      people.onChange = (_examId, present) => this.told[index].push([...present]);
      this.instances.push(people);
    }
  }

  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const due = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers.splice(this.#timers.indexOf(due), 1);
      this.now = due.at;
      due.work();
    }
    this.now = until;
  }

  /** Who is in the room as an instance has told it last. */
  shown(index: number): string[] {
    return (this.told[index].at(-1) ?? []).map(({ name, looks_at }) => [name, ...looks_at].join(" "));
  }
}

Deno.test("[DK53] who is in a room and whom they look at is the same on every instance, each account once", () => {
  const site = new Site(2);
  const [here, there] = site.instances;
  const maria = here.enter("e", "maria");
  const second = here.enter("e", "maria");
  const tom = there.enter("e", "tom");
  site.pass(2_500);
  assert.deepEqual([site.shown(0), site.shown(1)], [["maria", "tom"], ["maria", "tom"]]);
  tom.look("ada");
  maria.look("bo");
  second.look("ada");
  site.pass(2_500);
  for (const index of [0, 1]) assert.deepEqual(site.shown(index), ["maria ada bo", "tom ada"]);
  second.leave();
  maria.leave();
  site.pass(2_500);
  assert.deepEqual(site.shown(1), ["tom ada"]);
});

Deno.test("[DK53] who leaves last is gone elsewhere, too, though the room closes at once", () => {
  const site = new Site(2);
  const [here, there] = site.instances;
  there.enter("e", "tom");
  const maria = here.enter("e", "maria");
  maria.leave();
  here.close("e");
  site.pass(2_500);
  assert.deepEqual(site.shown(1), ["tom"]);
});

Deno.test("[DK53] who is on an instance that is gone, or has not been heard of for seconds, is gone", () => {
  const site = new Site(2);
  const [here, there] = site.instances;
  here.enter("e", "maria");
  const tom = there.enter("e", "tom");
  site.pass(2_500);
  there.forget("i0");
  site.pass(2_500);
  assert.deepEqual(site.shown(1), ["tom"]);
  site.pass(UNHEARD_MS);
  there.sweep();
  assert.deepEqual(site.shown(1), []);
  tom.heard();
  site.pass(2_500);
  assert.deepEqual(site.shown(1), ["tom"]);
});

Deno.test("[DK54] a proctor who hurries through the list, and students who write, cost nothing: one word a second at most", () => {
  const site = new Site(2);
  const [here] = site.instances;
  const maria = here.enter("e", "maria");
  site.pass(2_500);
  const [before] = site.written;
  for (let step = 0; step < 500; step++) {
    maria.look(`s${step}`);
    maria.heard();
    here.sweep();
    site.pass(10);
  }
  assert.ok(site.written[0] - before <= 6, `${site.written[0] - before} words in 5 s`);
  site.pass(2_500);
  const [rest] = site.written;
  for (let beat = 0; beat < 100; beat++) {
    maria.heard();
    here.sweep();
    site.pass(1_500);
  }
  assert.equal(site.written[0], rest, "being there costs nothing");
});
