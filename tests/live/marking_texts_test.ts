import assert from "node:assert/strict";
import { AttemptFiles } from "../../protocol/attempt_file.ts";
import { Marking } from "../../protocol/marking.ts";
import { AttemptResult } from "../../protocol/results.ts";
import { liveTest } from "../support/live_server.ts";
import { READ_CODE, READ_EXAM, sitReadExam } from "../support/read_exam.ts";

liveTest(
  "[MK61] [MK62] markers see questions and answers as students saw them, and a file by its name and where it is",
  async (server) => {
    const { examId } = await server.publish(READ_EXAM);
    const token = await server.signIn();
    const { attempt_id } = await sitReadExam(server, "Ada");
    const base = `/api/exams/${examId}`;
    const { questions, answers } = Marking.parse((await server.call("GET", `${base}/marking?all=true`, token)).body);
    const [code, choice, cloze, speed] = questions;
    assert.match(code.html ?? "", /<strong>double<\/strong>.*<code.*<math/s);
    assert.match(code.guidance_html ?? "", /<em>indentation<\/em>/);
    assert.match(choice.key_shown?.[0][0].html ?? "", /<msup>/);
    assert.deepEqual(cloze.key_shown?.[0].flatMap(({ text, is_gap }) => is_gap ? [text] : []), [
      "Seine",
      "Tiber",
      "Tevere",
    ]);
    assert.deepEqual(speed.key, ["5 km/h (± 10 %)"]);
    const of = new Map(answers.map((answer) => [answer.question, answer]));
    assert.deepEqual([of.get("code")?.lines, of.get("code")?.shown], [[READ_CODE], undefined]);
    assert.match(of.get("choice")?.shown?.[0][0].html ?? "", /<msup>/);
    assert.deepEqual(
      of.get("cloze")?.shown?.[0].map(({ text, is_gap = false }) => [text, is_gap]),
      [["Paris lies on the ", false], ["Seine", true], [", Rome on the ", false], ["", true], [".", false]],
    );
    assert.deepEqual(of.get("speed")?.shown, [[{ text: "5.2 km/h" }]]);
    const [[file]] = of.get("file")?.shown ?? [[]];
    assert.deepEqual([file.text, of.get("file")?.lines], ["Ada.pdf", ["Ada.pdf"]]);
    const path = `${base}/attempts/${attempt_id}/files`;
    const { files } = AttemptFiles.parse((await server.call("GET", path, token)).body);
    assert.deepEqual(files.map(({ file_id }) => file_id), [file.file_id]);
    // A file may be called as its student is.
    const hidden = await server.call("GET", `${base}/marking?all=true&anonymous=true`, token);
    assert.ok(!JSON.stringify(hidden.body).includes("Ada"));
    assert.match(JSON.stringify(hidden.body), /"1\.pdf"/);
  },
);

liveTest("[MK61] [MK62] a student's result shows what they saw, and files by name alone", async (server) => {
  const { examId } = await server.publish(READ_EXAM);
  const token = await server.signIn();
  const { session_token } = await sitReadExam(server, "Ada");
  await server.call("POST", `/api/exams/${examId}/close`, token);
  const show = { points: true, answers: true, comments: true, key: true, feedback: true };
  await server.call("POST", `/api/exams/${examId}/release`, token, { show });
  const result = AttemptResult.parse((await server.call("GET", "/api/attempt/result", session_token)).body);
  assert.ok(result.released);
  const [code, choice, cloze, , file] = result.questions;
  assert.match(code.html ?? "", /<strong>double/);
  assert.ok(!JSON.stringify(result).includes("indentation"));
  assert.match(choice.answer_shown?.[0][0].html ?? "", /<msup>/);
  assert.match(choice.feedback_html?.[0] ?? "", /<em>cube/);
  assert.equal(cloze.answer_shown?.[0].filter(({ is_gap }) => is_gap).length, 2);
  assert.deepEqual(file.answer, ["Ada.pdf"]);
});
