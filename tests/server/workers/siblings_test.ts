import assert from "node:assert/strict";
import { Siblings } from "../../../server/cluster/siblings.ts";
import { Metrics, together } from "../../../server/metrics.ts";

Deno.test("[WK5] instances of one process hear what the others tell, in order, and not themselves", async () => {
  const name = crypto.randomUUID();
  const [one, two, other] = [new Siblings(name), new Siblings(name), new Siblings(crypto.randomUUID())];
  const heard: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    two.listen<number>("counts", (what) => {
      heard.push(what);
      if (what === 3) resolve();
    });
  });
  for (const instance of [one, other]) instance.listen("counts", () => assert.fail("told to whom it was not"));
  one.tell("counts", 1);
  one.tell("else", 2);
  one.tell("counts", 3);
  await all;
  assert.deepEqual(heard, [1, 3]);
  for (const instance of [one, two, other]) instance.close();
});

Deno.test("[WK6] figures of a process are those of all its instances together", async () => {
  const name = crypto.randomUUID();
  const [one, two] = [new Siblings(name), new Siblings(name)];
  const [here, there] = [new Metrics(), new Metrics()];
  for (const [metrics, students, clock] of [[here, 3, 7], [there, 4, 9]] as const) {
    metrics.gauge("students.connected", "", () => students);
    metrics.gauge("clock.ahead", "s", () => clock, "most");
  }
  here.commit.add(2);
  there.commit.add(4);
  there.commit.add(12);
  two.answer("metrics", () => there.figures);
  const figures = together([here.figures, ...await one.ask<Metrics["figures"]>("metrics")]);
  const valueOf = (wanted: string) => figures.find((figure) => figure.name === wanted)?.value;
  assert.deepEqual(
    ["students.connected", "clock.ahead", "commit.count", "commit.mean", "commit.max"].map(valueOf),
    [7, 9, 3, 6, 12],
  );
  assert.deepEqual(await new Siblings().ask("metrics"), [], "one that is alone asks nobody");
  for (const instance of [one, two]) instance.close();
});
