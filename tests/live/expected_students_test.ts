import assert from "node:assert/strict";
import type { RoomStudent } from "../../protocol/proctor_messages.ts";
import { RosterUploadAnswer } from "../../protocol/roster.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

const DOCUMENT = {
  code: "HALLS",
  title: "Halls",
  duration_minutes: 60,
  join: "roster",
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
  roster: [{ name: "Ada", number: "1", group: "Hall 1" }, { name: "Bo", number: "2" }],
};

/** The room as a proctor sees it: rows by number, from everything heard so far. */
function watch(server: LiveServer, token: string, examId: string) {
  const proctor = proctorSocket(server.url, token, examId);
  const room = () => {
    const rows = new Map<string, Partial<RoomStudent>>();
    for (const message of proctor.heard) {
      if (message.type !== "room" && message.type !== "frame") continue;
      for (const change of message.students) {
        const row = { ...rows.get(change.attempt_id), ...change };
        if (row.removed) rows.delete(change.attempt_id);
        else rows.set(change.attempt_id, row);
      }
    }
    return [...rows.values()].map(({ number, state, group = "" }) => `${number} ${state} ${group}`.trim()).sort();
  };
  const shows = async (wanted: string[]) => {
    await proctor.until(() => JSON.stringify(room()) === JSON.stringify(wanted)).catch(() => {
      assert.deepEqual(room(), wanted);
    });
  };
  return { proctor, shows };
}

liveTest("[DK1] [DK2] a room shows who has not come, and follows who comes and what staff change", async (server) => {
  const { examId, tokens } = await server.publish(DOCUMENT);
  const admin = await server.signIn();
  const { proctor, shows } = watch(server, admin, examId);
  await shows(["1 expected Hall 1", "2 expected"]);

  const joined = await server.call("POST", "/start_exam", null, { token: tokens[0] });
  assert.equal(joined.status, 201);
  await shows(["1 active Hall 1", "2 expected"]);

  const roster = (students: unknown[]) =>
    server.call("POST", `/api/exams/${examId}/roster?apply=true`, admin, { students });
  const answer = await roster([{ number: "2", name: "Bo", group: "Hall 2" }, { number: "3", name: "Cy" }]);
  assert.equal(RosterUploadAnswer.parse(answer.body).notes.length, 0);
  await shows(["1 active Hall 1", "2 expected Hall 2", "3 expected"]);

  const { attempt_id } = joined.body as { attempt_id: string };
  await proctor.say({ type: "remove", id: "r1", attempt_id, reason: "Wrong room" });
  await shows(["1 expected Hall 1", "2 expected Hall 2", "3 expected"]);

  await proctor.say({ type: "pause", id: "p1", attempt_id: expectedId(proctor.heard) });
  const refused = await proctor.next("refused");
  assert.equal(refused.code, "not_found");
  proctor.close();
});

/** The id of some row that has no attempt behind it. */
function expectedId(heard: { type: string; students?: Partial<RoomStudent>[] }[]): string {
  const row = heard.flatMap(({ students = [] }) => students).find(({ state }) => state === "expected");
  assert.ok(row?.attempt_id);
  return row.attempt_id;
}
