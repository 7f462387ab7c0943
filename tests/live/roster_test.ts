import assert from "node:assert/strict";
import { AssignStaffAnswer, ExamStaffList } from "../../protocol/exam_staff.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { PersonalAnswer, Roster, RosterLine, RosterToken, RosterUploadAnswer } from "../../protocol/roster.ts";
import { InviteAnswer } from "../../protocol/staff.ts";
import { end } from "../../server/attempts/interventions.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";

const DOCUMENT = {
  code: "PEOPLE",
  title: "People",
  duration_minutes: 60,
  join: "roster",
  questions: [{ id: "q1", type: "essay", text: "Why?" }],
  roster: [{ name: "Ada", number: "1" }],
};

/** An exam with a roster, and what an admin does with it. */
class Desk {
  private constructor(
    readonly server: LiveServer,
    readonly admin: string,
    readonly path: string,
    readonly ada: string,
  ) {}

  static async at(server: LiveServer, document: Record<string, unknown> = DOCUMENT): Promise<Desk> {
    const { examId, tokens } = await server.publish(document);
    return new Desk(server, await server.signIn(), `/api/exams/${examId}`, tokens[0]);
  }

  ask(method: string, path: string, body?: unknown) {
    return this.server.call(method, this.path + path, this.admin, body);
  }

  async upload(file: unknown, apply = false) {
    const answer = await this.ask("POST", `/roster?apply=${apply}&time_zone=Europe/Berlin`, file);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return RosterUploadAnswer.parse(answer.body);
  }

  async roster() {
    return Roster.parse((await this.ask("GET", "/roster")).body).students;
  }

  async idOf(name: string) {
    return (await this.roster()).find((one) => one.name === name)?.student_id ?? "";
  }

  start(token: string) {
    return this.server.call("POST", "/start_exam", null, { token });
  }

  async begin(token: string) {
    const answer = await this.start(token);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    return StartExamAnswer.parse(answer.body);
  }

  async hand(attemptId: string) {
    const { attempts } = this.server.services;
    const attempt = await attempts.open(attemptId);
    await attempt.intervene(end({ by: "student", now: attempts.now(), reason: null }, "student"));
  }

  async audited() {
    const { entries } = await this.server.services.auth.audit.page(undefined, 200);
    return entries.map(({ what }) => what);
  }
}

const GERMAN = `\uFEFFMatrikelnummer;Nachname;Vorname;Gruppe;Zusatzzeit;Hilfsmittel;Beginn;Grund;E-Mail-Adresse
2;"Lovelace";Bo;Saal 1;25 %;Screenreader;28.11.2030 09:00;Attest;bo@example.org
1;;Ada;Saal 2;15 min;;;;
`;

liveTest("[PE1] a file is only looked at until it is applied, and what it does is told by student", async (server) => {
  const desk = await Desk.at(server);
  const seen = await desk.upload(GERMAN);
  assert.deepEqual(seen.students.map(({ line, name, change }) => [line, name, change]), [
    [2, "Bo Lovelace", "added"],
    [3, "Ada", "changed"],
  ]);
  assert.equal(seen.tokens, undefined);
  assert.equal((await desk.roster()).length, 1);
  const done = await desk.upload(GERMAN, true);
  assert.deepEqual(done.students.map(({ change }) => change), ["added", "changed"]);
  assert.deepEqual(done.tokens?.map(({ name, number, group }) => [name, number, group]), [[
    "Bo Lovelace",
    "2",
    "Saal 1",
  ]]);
  const [ada, bo] = await desk.roster();
  assert.deepEqual([ada.group, ada.accommodations?.extra_time_minutes], ["Saal 2", 15]);
  assert.deepEqual(
    [bo.accommodations?.extra_time_percent, bo.accommodations?.technologies, bo.opens_at, bo.reason],
    [25, ["screen_reader"], "2030-11-28T08:00:00Z", "Attest"],
  );
  const again = await desk.upload(GERMAN, true);
  assert.deepEqual([again.students.map(({ change }) => change), again.tokens], [["left", "left"], []]);
  assert.equal((await desk.audited()).filter((what) => what === "change_roster").length, 1);
});

liveTest("[PE2] a file with an error changes nothing, and each error names its line", async (server) => {
  const desk = await Desk.at(server);
  const file = "name,number,extra_time,favourite\nBo,2,a lot,red\n,3,,\nCy,2,10%,\nDi,2,,\n";
  const seen = await desk.upload(file);
  assert.deepEqual(seen.notes.map(({ line, level }) => [line, level]), [
    [1, "warning"],
    [2, "error"],
    [3, "error"],
    [4, "error"],
    [5, "error"],
  ]);
  const refused = await desk.ask("POST", "/roster?apply=true", file);
  assert.deepEqual([refused.status, errorOf(refused).path], [422, "line.2"]);
  const twice = await desk.ask("POST", "/roster?apply=true", "name,number\nCy,2\nDi,2\n");
  assert.deepEqual([twice.status, errorOf(twice).path], [422, "line.3"]);
  assert.equal((await desk.roster()).length, 1);
  for (const wrong of ["7", "number;group\n1;A\n", '{"a": 1}', "[1]"]) {
    assert.equal((await desk.ask("POST", "/roster?apply=true", wrong)).status, 422, wrong);
  }
  assert.ok(!(await desk.audited()).includes("change_roster"));
});

liveTest("[PE3] a roster comes back from its own export; nothing in it is a formula", async (server) => {
  const desk = await Desk.at(server);
  await desk.upload([
    {
      name: "=HYPERLINK(1)",
      number: "2",
      group: "-A",
      accommodations: { extra_time_percent: 25, extra_time_minutes: 5 },
    },
    { name: 'Bo "B"; Jr.', accommodations: { breaks: { count: 2, minutes: 10 }, muted: ["away"] }, reason: "+1" },
  ], true);
  const answer = await desk.ask("GET", "/roster?format=csv");
  assert.match(answer.headers.get("content-type") ?? "", /text\/csv/);
  const csv = String(answer.body);
  assert.ok(!/(^|,)"?[=+-]/m.test(csv), csv);
  const before = await desk.roster();
  const back = await desk.upload(csv, true);
  assert.deepEqual(back.students.map(({ change }) => change), ["left", "left", "left"]);
  assert.deepEqual(back.notes, []);
  assert.deepEqual(await desk.roster(), before);
});

liveTest("[PE4] columns that a file does not have stay as they are; empty cells take away", async (server) => {
  const desk = await Desk.at(server);
  await desk.upload("number,name,group,extra_time\n1,Ada,A,25%\n", true);
  await desk.upload("number,name,group\n1,Ada L.,\n", true);
  const [ada] = await desk.roster();
  assert.deepEqual([ada.name, ada.group, ada.accommodations?.extra_time_percent], ["Ada L.", undefined, 25]);
  await desk.upload("number,name,extra_time\n1,Ada L.,\n", true);
  assert.equal((await desk.roster())[0].accommodations, undefined);
});

liveTest("[PE5] whoever has begun keeps the attempt and its terms; group and reason change", async (server) => {
  const desk = await Desk.at(server);
  const { attempt_id } = await desk.begin(desk.ada);
  const seen = await desk.upload("number,name,group,extra_time\n1,Ada,B,50%\n2,Bo,B,\n", true);
  assert.deepEqual(seen.students.map(({ change }) => change), ["changed", "added"]);
  assert.deepEqual(seen.notes.map(({ line, level }) => [line, level]), [[2, "warning"]]);
  const [ada] = await desk.roster();
  assert.deepEqual([ada.attempt_id, ada.state, ada.group, ada.accommodations], [attempt_id, "writing", "B", undefined]);
  const path = `/roster/${ada.student_id}`;
  assert.equal(errorOf(await desk.ask("PUT", path, { name: "Eve", number: "1" })).code, "wrong_state");
  assert.equal(errorOf(await desk.ask("DELETE", path)).code, "wrong_state");
  assert.equal((await desk.ask("PUT", path, { name: "Ada", number: "1", group: "C" })).status, 200);
});

liveTest("[PE6] a student is changed and taken off the roster; the token opens nothing then", async (server) => {
  const desk = await Desk.at(server);
  const path = `/roster/${await desk.idOf("Ada")}`;
  const put = await desk.ask("PUT", path, { name: "Ada King", number: "9", reason: "Married" });
  assert.deepEqual([RosterLine.parse(put.body).name, RosterLine.parse(put.body).reason], ["Ada King", "Married"]);
  await desk.upload([{ name: "Bo", number: "2" }], true);
  assert.equal(errorOf(await desk.ask("PUT", path, { name: "Ada", number: "2" })).code, "conflict");
  const window = { opens_at: "2030-01-02T09:00:00Z", closes_at: "2030-01-01T09:00:00Z" };
  assert.equal(errorOf(await desk.ask("PUT", path, { name: "Ada", ...window })).path, "closes_at");
  assert.equal((await desk.ask("DELETE", path)).status, 204);
  assert.equal((await desk.start(desk.ada)).status, 401);
  assert.equal(errorOf(await desk.ask("DELETE", path)).code, "not_found");
  assert.deepEqual((await desk.audited()).filter((what) => what.includes("roster_student")), [
    "remove_roster_student",
    "change_roster_student",
  ]);
});

liveTest(
  "[PE7] a new token opens the line from then on, the old one nothing; the student stays the same",
  async (server) => {
    const desk = await Desk.at(server);
    const id = await desk.idOf("Ada");
    const renew = async () => RosterToken.parse((await desk.ask("POST", `/roster/${id}/token`)).body).token;
    const second = await renew();
    const third = await renew();
    for (const old of [desk.ada, second]) assert.equal((await desk.start(old)).status, 401);
    assert.equal(await desk.idOf("Ada"), id);
    const { attempt_id } = await desk.begin(third.toLowerCase());
    // Whoever writes goes on, and is let onto another device by the newest token.
    const fourth = await renew();
    assert.equal(errorOf(await desk.start(third)).code, "unauthorized");
    assert.equal(errorOf(await desk.start(fourth)).code, "token_used");
    const proctor = proctorSocket(server.url, desk.admin, desk.path.split("/")[3]);
    await proctor.next("room");
    await proctor.say({ type: "release_device", id: "once", attempt_id });
    await proctor.next("done");
    assert.equal((await desk.begin(fourth)).attempt_id, attempt_id);
    proctor.close();
    assert.equal((await desk.audited()).filter((what) => what === "renew_token").length, 3);
  },
);

liveTest(
  "[PE8] extra time in minutes, also beside a share, moves the deadline; the longer of two holds",
  async (server) => {
    const desk = await Desk.at(server, { ...DOCUMENT, accommodations: { extra_time_minutes: 5 } });
    const { tokens = [] } = await desk.upload("name,extra_time\nBo,15 min\nCy,25% + 10 min\nDi,1%\n", true);
    const minutes = new Map<string, number>();
    for (const { name, token } of [{ name: "Ada", token: desk.ada }, ...tokens]) {
      const before = server.services.now();
      minutes.set(name, Math.round(((await desk.begin(token)).deadline - before) / 60_000));
    }
    assert.deepEqual(Object.fromEntries(minutes), { Ada: 65, Bo: 75, Cy: 85, Di: 65 });
  },
);

liveTest("[PE9] a student with a start window of their own begins in it, and in no other", async (server) => {
  const at = (hours: number) => new Date(server.services.now() + hours * 3_600_000).toISOString();
  const desk = await Desk.at(server, { ...DOCUMENT, opens_at: at(-3), closes_at: at(-2) });
  const { tokens = [] } = await desk.upload([
    { name: "Bo", opens_at: at(-1), closes_at: at(0.5) },
    { name: "Cy", opens_at: at(1), closes_at: at(2) },
  ], true);
  assert.equal(errorOf(await desk.start(desk.ada)).code, "exam_closed");
  const bo = await desk.begin(tokens[0].token);
  assert.ok(Math.abs(bo.deadline - Date.parse(at(0.5))) < 60_000);
  assert.equal(errorOf(await desk.start(tokens[1].token)).code, "exam_not_open");
});

liveTest("[PE10] a make-up sitting is another attempt; the one of before stays", async (server) => {
  const desk = await Desk.at(server);
  const path = `/roster/${await desk.idOf("Ada")}/sitting`;
  assert.equal(errorOf(await desk.ask("POST", path)).code, "wrong_state");
  const first = await desk.begin(desk.ada);
  assert.equal(errorOf(await desk.ask("POST", path)).code, "wrong_state");
  await desk.hand(first.attempt_id);
  const { token } = RosterToken.parse((await desk.ask("POST", path, {})).body);
  assert.equal((await desk.start(desk.ada)).status, 401);
  const second = await desk.begin(token);
  assert.notEqual(second.attempt_id, first.attempt_id);
  const [ada] = await desk.roster();
  assert.deepEqual([ada.attempt_id, ada.earlier, ada.state], [second.attempt_id, [first.attempt_id], "writing"]);
  const marks = await desk.ask("GET", "/marks");
  assert.equal((marks.body as { attempts: unknown[] }).attempts.length, 2);
});

liveTest("[PE11] a roster's reason reaches neither proctors nor the student", async (server) => {
  const desk = await Desk.at(server);
  const { tokens = [] } = await desk.upload([
    { name: "Bo", group: "A", accommodations: { extra_time_percent: 25 }, reason: "A secret illness" },
  ], true);
  const { attempt_id, session_token } = await desk.begin(tokens[0].token);
  const proctor = proctorSocket(server.url, desk.admin, desk.path.split("/")[3]);
  const told = [
    await proctor.next("room"),
    (await server.call("GET", "/api/attempt", session_token)).body,
    (await server.call("GET", "/api/attempt/captured", session_token)).body,
    (await server.call("POST", "/api/personal", null, { token: tokens[0].token })).body,
    (await desk.ask("GET", `/attempts/${attempt_id}`)).body,
    (await desk.ask("GET", `/attempts/${attempt_id}/log`)).body,
  ];
  proctor.close();
  assert.ok(!JSON.stringify(told).includes("secret illness"));
  assert.ok((await desk.roster()).some(({ reason }) => reason === "A secret illness"));
});

liveTest(
  "[PE12] a personal token says whose it is and for how long, and nothing where it opens nothing",
  async (server) => {
    const desk = await Desk.at(server);
    const { tokens = [] } = await desk.upload("name,number,extra_time\nBo,2,25%\n", true);
    const read = (token: string) => server.call("POST", "/api/personal", null, { token });
    assert.deepEqual(PersonalAnswer.parse((await read(tokens[0].token)).body), {
      ...{ code: "PEOPLE", name: "Bo", number: "2", duration_minutes: 75, extra_minutes: 15 },
      ...{ opens_at: null, closes_at: null, began: false },
    });
    assert.equal((await read("AAAAA-BBBBB-CCCCC-DDDDD")).status, 401);
    const { attempt_id } = await desk.begin(tokens[0].token);
    const begun = PersonalAnswer.parse((await read(tokens[0].token)).body);
    assert.deepEqual([begun.began, begun.ended_at], [true, undefined]);
    await desk.hand(attempt_id);
    const over = PersonalAnswer.parse((await read(tokens[0].token)).body);
    assert.ok((over.ended_at ?? 0) > 1_600_000_000_000, "[EX90] when it was over");
  },
);

liveTest("[PE13] two who bring a list at once, and a student who comes meanwhile, spoil nothing", async (server) => {
  const desk = await Desk.at(server);
  const file = "number,name,group\n1,Ada,A\n" + Array.from({ length: 200 }, (_, n) => `${n + 2},S ${n},B`).join("\n");
  const [one, two] = await Promise.all([desk.upload(file, true), desk.upload(file, true), desk.begin(desk.ada)]);
  const roster = await desk.roster();
  assert.equal(roster.length, 201);
  assert.equal(new Set(roster.map(({ number }) => number)).size, 201);
  assert.equal((one.tokens?.length ?? 0) + (two.tokens?.length ?? 0), 200);
  assert.deepEqual([roster[0].name, roster[0].group, roster[0].state], ["Ada", "A", "writing"]);
});

liveTest("[PE20] staff are assigned to an exam and taken off it at any time, by its instructors", async (server) => {
  const desk = await Desk.at(server);
  const invited = AssignStaffAnswer.parse((await desk.ask("PUT", "/staff/cleo", { role: "proctor" })).body);
  assert.equal(invited.state, "invited");
  const password = "cleo-has-a-password-1";
  const accepted = await server.call("POST", "/api/invitations/accept", null, { token: invited.token, password });
  assert.equal(accepted.status, 201);
  const cleo = (accepted.body as { token: string }).token;
  assert.deepEqual(ExamStaffList.parse((await desk.ask("GET", "/staff")).body).map(({ username }) => username), [
    "admin",
    "cleo",
  ]);
  const room = proctorSocket(server.url, cleo, desk.path.split("/")[3]);
  await room.next("room");
  assert.equal((await desk.ask("DELETE", "/staff/cleo")).status, 204);
  await room.end();
  assert.equal((await server.call("GET", "/api/exams", cleo)).body instanceof Array, true);
  const again = AssignStaffAnswer.parse((await desk.ask("PUT", "/staff/cleo", { role: "instructor" })).body);
  assert.deepEqual([again.state, again.role], ["assigned", "proctor"]);
  assert.equal(errorOf(await desk.ask("DELETE", "/staff/admin")).code, "wrong_state");
  assert.equal(errorOf(await desk.ask("DELETE", "/staff/nobody")).code, "not_found");
  assert.equal((await desk.ask("PUT", "/staff/No%20Name", {})).status, 422);
  const lines = (await desk.audited()).filter((what) => what.includes("assign_staff"));
  assert.deepEqual(lines, ["assign_staff", "unassign_staff"]);
});

liveTest(
  "[PE20] only admins invite new instructors; instructors invite proctors and assign who is there",
  async (server) => {
    const desk = await Desk.at(server);
    const accept = async (token: string | undefined, username: string) => {
      const password = `${username}-has-a-password-1`;
      const accepted = await server.call("POST", "/api/invitations/accept", null, { token, password });
      assert.equal(accepted.status, 201);
      return await server.signIn(username, password);
    };
    const invited = AssignStaffAnswer.parse((await desk.ask("PUT", "/staff/amina", { role: "instructor" })).body);
    const amina = await accept(invited.token, "amina");
    const assign = (username: string, role: string) =>
      server.call("PUT", `${desk.path}/staff/${username}`, amina, { role });
    const refused = await assign("mallory", "instructor");
    assert.deepEqual([refused.status, errorOf(refused)], [403, { code: "forbidden", path: "role" }]);
    assert.equal(AssignStaffAnswer.parse((await assign("cleo", "proctor")).body).state, "invited");
    const invitation = { username: "bo", role: "instructor", exam_ids: [] };
    const { token } = InviteAnswer.parse((await server.call("POST", "/api/invitations", desk.admin, invitation)).body);
    await accept(token, "bo");
    const there = AssignStaffAnswer.parse((await assign("bo", "instructor")).body);
    assert.deepEqual([there.state, there.role], ["assigned", "instructor"]);
  },
);
