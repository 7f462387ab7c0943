import assert from "node:assert/strict";
import { RoomTalk } from "../../islands/proctor/people/room_talk.ts";
import { CloseCode } from "../../protocol/close_codes.ts";
import { ExamStaffList } from "../../protocol/exam_staff.ts";
import { errorOf, LiveServer, liveTest } from "../support/live_server.ts";
import { askRoom, type ProctorClient, proctorSocket } from "../support/socket_client.ts";

const EXAM = {
  code: "TALK",
  title: "T",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "Write." }],
};

/** What a proctor was told that staff said, oldest first. */
function said(proctor: ProctorClient): string[] {
  return proctor.heard.flatMap((message) =>
    message.type === "talk" ? message.words.map(({ by, kind, text }) => `${by} ${kind}: ${text}`) : []
  );
}

function ask(proctor: ProctorClient, id: string, kind: string, text: string): Promise<string> {
  return askRoom(proctor, { type: "say", id, kind, text });
}

liveTest(
  "[DK90] what one of the staff says, all hear on every instance, also who comes later; no student does",
  async (server) => {
    const { examId } = await server.publish(EXAM);
    const other = await server.publish({ ...EXAM, code: "OTHER" });
    const maria = await server.inviteProctor(examId, "maria");
    const ada = await server.join("Ada", "TALK");
    const elsewhere = await LiveServer.start({ INVIGIL_KV: `${server.folder}/test.kv` });
    try {
      const admin = await server.signIn();
      const [one, two] = [proctorSocket(server.url, admin, examId), proctorSocket(elsewhere.url, maria, examId)];
      const strange = proctorSocket(server.url, admin, other.examId);
      await Promise.all([one, two, strange].map((proctor) => proctor.next("talk")));
      await one.until(() => one.heard.some((message) => message.type === "people" && message.people.length === 2));
      assert.equal(await ask(one, "a", "talk", "Row 3 has no power."), "done");
      await two.until(() => said(two).includes("admin talk: Row 3 has no power."));
      assert.equal(await ask(two, "b", "talk", "On my way."), "done");
      await one.until(() => said(one).includes("maria talk: On my way."));
      assert.equal(await ask(one, "a", "talk", "Row 3 has no power."), "done");
      assert.equal(await ask(one, "c", "talk", "   "), "invalid");
      const late = proctorSocket(server.url, admin, examId);
      await late.next("talk");
      assert.deepEqual(said(late), ["admin talk: Row 3 has no power.", "maria talk: On my way."], "each once");
      assert.deepEqual(said(strange), [], "of another exam nothing");
      const own = await server.call("GET", "/api/attempt", ada.session_token);
      assert.ok(!JSON.stringify(own.body).includes("Row 3"));
      for (const proctor of [one, two, late, strange]) proctor.close();
    } finally {
      await elsewhere.stop();
    }
  },
);

liveTest(
  "[DK91] a hand-over stands until another takes its place or it is taken away, however much is said after it",
  async (server) => {
    const { examId } = await server.publish(EXAM);
    const one = proctorSocket(server.url, await server.signIn(), examId);
    await one.next("talk");
    await ask(one, "h1", "handover", "Bo may leave at noon.");
    for (let n = 0; n < 55; n++) await ask(one, `t${n}`, "talk", `Word ${n}`);
    const late = proctorSocket(server.url, await server.signIn(), examId);
    await late.next("talk");
    assert.equal(said(late)[0], "admin handover: Bo may leave at noon.");
    assert.equal(said(late).length, 51);
    await ask(one, "h2", "handover", "");
    const latest = proctorSocket(server.url, await server.signIn(), examId);
    await latest.next("talk");
    assert.equal(said(latest).at(-1), "admin handover: ");
    for (const proctor of [one, late, latest]) proctor.close();
  },
);

liveTest(
  "[DK90] nobody's word takes the place of another's that has the same id, and an id that can be stored is asked for",
  async (server) => {
    const { examId } = await server.publish({ ...EXAM, retention: { events_days: 1.1 } });
    const maria = await server.inviteProctor(examId, "maria");
    const one = proctorSocket(server.url, await server.signIn(), examId);
    const two = proctorSocket(server.url, maria, examId);
    await Promise.all([one, two].map((proctor) => proctor.next("talk")));
    assert.equal(await ask(one, "a", "handover", "Bo may leave at noon."), "done", "days need not be whole ones");
    await two.until(() => said(two).length === 1);
    assert.equal(await ask(two, "a", "talk", "I was never told."), "done");
    await one.until(() => said(one).length === 2);
    const page = new RoomTalk(examId);
    for (const message of one.heard) if (message.type === "talk") page.take(message.words);
    assert.deepEqual(page.words.value.map(({ by }) => by), ["admin", "maria"]);
    assert.equal(page.handover.value?.text, "Bo may leave at noon.");
    for (const id of ["a b", "é", "a/b"]) {
      const strange = proctorSocket(server.url, maria, examId);
      await strange.next("talk");
      await strange.say({ type: "say", id, kind: "talk", text: "Hello." });
      assert.equal((await strange.end()).code, CloseCode.invalid, id);
    }
    one.close();
    two.close();
  },
);

liveTest(
  "[DK92] a group may be named as anything: its room opens, and each account stands beside it once",
  async (server) => {
    const { examId } = await server.publish(EXAM);
    const admin = await server.signIn();
    await server.inviteProctor(examId, "maria");
    const groups = ["constructor", "toString", "__proto__", "B"];
    const path = `/api/exams/${examId}/staff`;
    assert.equal((await server.call("PUT", `${path}/maria`, admin, { groups: [...groups, "B"] })).status, 200);
    const listed = ExamStaffList.parse((await server.call("GET", path, admin)).body);
    assert.deepEqual(listed.find(({ username }) => username === "maria")?.groups, groups);
    const room = async () => {
      const page = await server.call("GET", `/exams/${examId}/room`, admin);
      assert.equal(page.status, 200);
      return String(page.body);
    };
    assert.match(await room(), /"constructor":\["maria"\]/);
    const { staffId } = (await server.services.auth.staff.byName("maria"))?.record ?? { staffId: "" };
    assert.equal((await server.call("DELETE", `/api/staff/${staffId}`, admin)).status, 204);
    assert.doesNotMatch(await room(), /"constructor":\["maria"\]/, "whoever is disabled looks after nobody");
  },
);

liveTest(
  "[DK92] groups are assigned to an account, stay with it, and are no one's who is not there yet",
  async (server) => {
    const { examId } = await server.publish(EXAM);
    const admin = await server.signIn();
    const path = `/api/exams/${examId}/staff`;
    await server.inviteProctor(examId, "maria");
    const list = async () =>
      ExamStaffList.parse((await server.call("GET", path, admin)).body)
        .find(({ username }) => username === "maria")?.groups;
    assert.deepEqual(await list(), []);
    assert.equal((await server.call("PUT", `${path}/maria`, admin, { groups: ["A", "B"] })).status, 200);
    assert.deepEqual(await list(), ["A", "B"]);
    assert.equal((await server.call("PUT", `${path}/maria`, admin, {})).status, 200);
    assert.deepEqual(await list(), ["A", "B"], "assigning again changes no groups");
    assert.equal(errorOf(await server.call("PUT", `${path}/nobody`, admin, { groups: ["A"] })).path, "groups");
    assert.equal((await server.call("PUT", `${path}/maria`, admin, { groups: [""] })).status, 422);
    assert.equal((await server.call("PUT", `${path}/maria`, admin, { groups: [] })).status, 200);
    assert.deepEqual(await list(), []);
  },
);
