import assert from "node:assert/strict";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { Trials } from "../../protocol/trial.ts";
import { errorOf, liveTest } from "../support/live_server.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

const DOCUMENT = {
  code: "TRIAL",
  title: "Trial",
  duration_minutes: 60,
  capacity: 1,
  closes_at: "2020-01-01T00:00:00Z",
  questions: [{ id: "q1", type: "true_false", text: "Yes?", correct: true }],
};

liveTest("[PE21] staff try an exam as a student, a draft as well, and it counts nowhere", async (server) => {
  const admin = await server.signIn();
  const made = await server.call("POST", "/api/exams", admin, { ...DOCUMENT, state: "draft" });
  const { exam_id } = CreateExamAnswer.parse(made.body);
  const path = `/api/exams/${exam_id}`;
  const started = await server.call("POST", `${path}/trials`, admin);
  assert.equal(started.status, 201, JSON.stringify(started.body));
  const { attempt_id, session_token, deadline, exam } = StartExamAnswer.parse(started.body);
  assert.ok(deadline > server.services.now() + 59 * 60_000);
  assert.ok(!JSON.stringify(exam).includes("correct"));

  const proctor = proctorSocket(server.url, admin, exam_id);
  assert.deepEqual((await proctor.next("room")).students, []);
  const student = studentSocket(server.url, session_token);
  await student.next("welcome");
  const events = [{ type: "focus_change", t: 1, focused: true }, {
    ...{ type: "answer_select", t: 2, question: "q1", choices: ["true"] },
  }];
  await student.say({ type: "batch", seq: 1, sentAt: 0, events });
  await student.next("ack");
  await student.say({ type: "call" });
  const submitted = await server.call("POST", "/submit_exam", session_token, {});
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body));
  student.close();

  assert.deepEqual(
    proctor.heard.filter((message) => ["frame", "alert"].includes((message as { type: string }).type)),
    [],
  );
  proctor.close();
  const marks = (await server.call("GET", `${path}/marks`, admin)).body as { attempts: unknown[] };
  const statistics = (await server.call("GET", `${path}/statistics`, admin)).body as { n: number };
  const listed = (await server.call("GET", "/api/exams", admin)).body as { exam_id: string; attempts: number }[];
  assert.deepEqual(
    [marks.attempts.length, statistics.n, listed.find((one) => one.exam_id === exam_id)?.attempts],
    [0, 0, 0],
  );
  assert.equal((await server.services.stores.examAttempts.count(exam_id)).attempts, 0);

  const trials = Trials.parse((await server.call("GET", `${path}/trials`, admin)).body);
  assert.deepEqual(trials.map(({ username, state }) => [username, state]), [["admin", "submitted"]]);
  assert.equal((await server.call("DELETE", `${path}/trials/${attempt_id}`, admin)).status, 204);
  assert.equal(await server.services.attempts.stored(attempt_id), null);
  assert.deepEqual((await server.call("GET", `${path}/trials`, admin)).body, []);
});

liveTest("[PE22] only a trial of the exam is removed as one; one under way ends first", async (server) => {
  const admin = await server.signIn();
  const { examId } = await server.publish({ ...DOCUMENT, closes_at: undefined });
  const path = `/api/exams/${examId}/trials`;
  const { attempt_id } = await server.join("Ada", "TRIAL");
  assert.equal(errorOf(await server.call("DELETE", `${path}/${attempt_id}`, admin)).code, "not_found");
  // The only place is taken, and a trial needs none.
  const trial = StartExamAnswer.parse((await server.call("POST", path, admin)).body);
  assert.equal((await server.call("DELETE", `${path}/${trial.attempt_id}`, admin)).status, 204);
  assert.notEqual(await server.services.attempts.stored(attempt_id), null);
  const { entries } = await server.services.auth.audit.page(undefined, 20);
  assert.deepEqual(entries.slice(0, 2).map(({ what }) => what), ["remove_trial", "start_trial"]);
});
