import assert from "node:assert/strict";
import { readSettings } from "../../../server/config.ts";
import type { ServerToProctor } from "../../../protocol/proctor_messages.ts";
import { FaultyKv } from "../../support/faulty_kv.ts";
import { Hall } from "../../support/hall.ts";

Deno.test("[DK7] a room that could not be read opens for the next proctor once the store is well again", async () => {
  const faulty = new FaultyKv();
  const kv = await faulty.open(
    readSettings({ INVIGIL_KV: ":memory:", INVIGIL_SECRET: "a-secret-of-the-tests-0123456789" }),
  );
  const hall = await Hall.open(kv);
  const { examId } = await hall.exam();
  const heard: ServerToProctor[] = [];
  const socket = { bufferedAmount: 0, send: (text: string) => void heard.push(JSON.parse(text)) };
  faulty.condition = "fails";
  await assert.rejects(hall.services.rooms.join(examId, socket));
  faulty.condition = "fine";
  assert.equal(hall.services.rooms.size, 0, "nothing is left of it");
  const leave = await hall.services.rooms.join(examId, socket);
  assert.deepEqual(heard.map(({ type }) => type), ["room", "alerts"]);
  leave();
  kv.close();
});
