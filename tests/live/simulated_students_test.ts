import assert from "node:assert/strict";
import type { PersonaName } from "../../lab/simulation/persona.ts";
import { simulate } from "../../lab/simulation/simulate.ts";
import { DemoHall } from "../../lab/students/demo_hall.ts";
import { SimulatedStudent } from "../../lab/students/simulated_student.ts";
import type { CapturedEvent } from "../../protocol/events.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

const PERSONAS: readonly PersonaName[] = ["steady", "pasting", "away", "offline", "bot", "dictation"];
const DURATION_MS = 240_000;

async function storedEvents(server: LiveServer, attemptId: string): Promise<CapturedEvent[]> {
  const events: CapturedEvent[] = [];
  for await (const { entry } of server.services.stores.log.read(attemptId)) {
    if (entry.kind === "batch") events.push(...entry.events);
  }
  return events;
}

liveTest(
  "[SI15] what simulated students do over real sockets is in the log once and in order, offline or not",
  async (server) => {
    const { exam } = await server.join();
    const students = await Promise.all(PERSONAS.map((persona, index) =>
      SimulatedStudent.start({
        url: server.url,
        code: "DEMO",
        name: `${persona} (simulated)`,
        persona,
        seed: 20 + index,
        durationMs: DURATION_MS,
        speed: 80,
        batchIntervalMs: 100,
      })
    ));
    await Promise.all(students.map((student) => student.over));
    for (const [index, student] of students.entries()) {
      assert.deepEqual(student.link.watch.problems, []);
      const options = { questions: exam.questions, durationMs: DURATION_MS };
      const expected = [...simulate(PERSONAS[index], 20 + index, options)];
      assert.deepEqual(await storedEvents(server, student.attemptId), expected, PERSONAS[index]);
    }
  },
);

liveTest("[SI16] the demo fills its hall and empties it when it closes", async (server) => {
  const refusals: string[] = [];
  const hall = new DemoHall({
    url: server.url,
    code: "DEMO",
    seed: 3,
    students: 4,
    speed: 20,
    onRefused: (reason) => refusals.push(reason),
  });
  hall.open();
  const until = performance.now() + 20_000;
  while (hall.present < 4 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(hall.present, 4);
  hall.close();
  assert.equal(hall.present, 0);
  assert.deepEqual(refusals, []);
});
