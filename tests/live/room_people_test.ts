import assert from "node:assert/strict";
import { LiveServer, liveTest } from "../support/live_server.ts";
import { askRoom, type ProctorClient, proctorSocket } from "../support/socket_client.ts";

/** Who is in the room as a proctor was told last. */
function here(proctor: ProctorClient): string[] {
  const told = proctor.heard.filter((message) => message.type === "people").at(-1);
  return told?.people.map(({ name, looks_at }) => [name, ...looks_at].join(" ")) ?? [];
}

/** Who has a student as a proctor was told last. */
function takenBy(proctor: ProctorClient, attemptId: string): string | null {
  let holder: string | null = null;
  for (const message of proctor.heard) {
    if (message.type !== "room" && message.type !== "frame") continue;
    const change = message.students.find(({ attempt_id }) => attempt_id === attemptId);
    if (change !== undefined && "taken_by" in change) holder = change.taken_by ?? null;
    else if (message.type === "room") holder = null;
  }
  return holder;
}

let ids = 0;
function ask(proctor: ProctorClient, message: Record<string, unknown> & { type: string }): Promise<string> {
  return askRoom(proctor, { id: `t${ids++}`, ...message });
}

liveTest("[DK52] [DK53] two proctors on two instances see each other, and whom each has taken", async (server) => {
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  const { examId } = await server.publish({ code: "TWO", title: "T", duration_minutes: 60, questions });
  const maria = await server.inviteProctor(examId, "maria");
  const tom = await server.inviteProctor(examId, "tom");
  const { attempt_id, session_token } = await server.join("Ada", "TWO");
  const elsewhere = await LiveServer.start({ INVIGIL_KV: `${server.folder}/test.kv` });
  try {
    const [one, two] = [proctorSocket(server.url, maria, examId), proctorSocket(elsewhere.url, tom, examId)];
    await one.next("room");
    await two.next("room");
    await one.until(() => here(one).join() === "maria,tom");
    await two.until(() => here(two).join() === "maria,tom");
    await one.say({ type: "look", attempt_id });
    await two.until(() => here(two).includes(`maria ${attempt_id}`));
    await two.say({ type: "look", attempt_id: "nobody" });

    assert.equal(await ask(one, { type: "take", attempt_id, seen: null }), "done");
    await two.until(() => takenBy(two, attempt_id) === "maria");
    assert.equal(await ask(two, { type: "take", attempt_id, seen: null }), "conflict", "maria was faster");
    assert.equal(await ask(two, { type: "give_back", attempt_id }), "conflict", "it is not his to give back");
    assert.equal(await ask(two, { type: "take", attempt_id, seen: "maria" }), "done");
    await one.until(() => takenBy(one, attempt_id) === "tom");
    assert.equal(await ask(one, { type: "take", attempt_id: "nobody", seen: null }), "not_found");
    const other = await server.join("Bo");
    assert.equal(await ask(one, { type: "take", attempt_id: other.attempt_id, seen: null }), "not_found");

    two.close();
    await one.until(() => here(one).join() === `maria ${attempt_id}`);
    const late = proctorSocket(server.url, await server.signIn(), examId);
    await late.next("room");
    assert.equal(takenBy(late, attempt_id), "tom", "taken until it is given back");
    await server.call("POST", "/submit_exam", session_token, {});
    await late.until(() => takenBy(late, attempt_id) === null);
    assert.equal(await ask(late, { type: "take", attempt_id, seen: "tom" }), "wrong_state");
    late.close();
    one.close();
  } finally {
    await elsewhere.stop();
  }
});
