import assert from "node:assert/strict";
import { Marking } from "../../protocol/marking.ts";
import { ExamMarks, ExamStatistics } from "../../protocol/marks.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

const [ESSAY, CHOICE] = SAT_EXAM.questions;

/** An exam of which Ada sat both questions, and Bo, after the essay had gone and a question had come, the newest ones. */
async function setUp(server: LiveServer) {
  const { examId } = await server.publish(SAT_EXAM);
  const base = `/api/exams/${examId}`;
  const token = await server.signIn();
  const ada = (await sitExam(server, "Ada", "Two causes.", { chosen: "a" })).attempt_id;
  const added = { id: "q3", type: "true_false", text: "So?", correct: true, points: 1 };
  const document = { ...SAT_EXAM, questions: [{ ...CHOICE, text: "Where is it?", points: 4 }, added] };
  assert.equal((await server.call("PUT", base, token, { revision: 1, document })).status, 200);
  const { attempt_id: bo, session_token } = await server.join("Bo", SAT_EXAM.code);
  await server.call("POST", "/submit_exam", session_token, { answers: { q2: ["b"], q3: ["true"] } });
  const mark = (points: number) => server.call("PUT", `${base}/attempts/${ada}/marks/${ESSAY.id}`, token, { points });
  return { base, token, ada, bo, mark };
}

liveTest("[MK6] a line's maximum and columns are of the paper that its student was given", async (server) => {
  const { base, token, ada, bo, mark } = await setUp(server);
  assert.equal((await mark(3)).status, 200);
  const { max, attempts } = ExamMarks.parse((await server.call("GET", `${base}/marks`, token)).body);
  assert.deepEqual([max, attempts.map(({ total }) => total)], [5, [7, 1]]);
  const csv = String((await server.call("GET", `${base}/marks?format=csv`, token)).body);
  const cell = (id: string) => id.startsWith("-") ? `'${id}` : id;
  assert.deepEqual(csv.split("\r\n"), [
    "attempt_id,name,number,state,total,max,complete,verdict,q2,q3,q1",
    `${cell(ada)},Ada,,submitted,7,9,true,,4,,3`,
    `${cell(bo)},Bo,,submitted,1,5,true,,0,1,`,
    "",
  ]);
});

liveTest("[MK7] statistics add up what each attempt's own paper gave", async (server) => {
  const { base, token, mark } = await setUp(server);
  await mark(3);
  const { n, mean, items } = ExamStatistics.parse((await server.call("GET", `${base}/statistics`, token)).body);
  assert.deepEqual([n, mean], [2, 4]);
  assert.deepEqual(items.map(({ question, n, difficulty }) => [question, n, difficulty]), [["q2", 2, 0.5], [
    "q3",
    1,
    1,
  ]]);
});

liveTest("[MK20] a question that the exam no longer has is marked for those who were given it", async (server) => {
  const { base, token, ada, mark } = await setUp(server);
  const list = async (query = "") => Marking.parse((await server.call("GET", `${base}/marking${query}`, token)).body);
  const overview = await list();
  assert.deepEqual(overview.questions.map(({ question, marked, open }) => [question, marked, open]), [
    ["q2", 2, 0],
    ["q3", 1, 0],
    ["q1", 0, 1],
  ]);
  const { text, points, guidance } = overview.questions[2];
  assert.deepEqual([text, points, guidance], [ESSAY.text, ESSAY.points, ESSAY.guidance]);
  const { answers } = await list("?question=q1");
  assert.deepEqual(answers.map(({ attempt_id, lines }) => [attempt_id, lines]), [[ada, ["Two causes."]]]);
  assert.equal((await mark(3)).status, 200);
  assert.deepEqual((await list()).questions[2].open, 0);
  assert.equal((await server.call("GET", `${base}/marking?question=q9`, token)).status, 404);
});

liveTest("[MK61] markers read a reworded question as each student read it", async (server) => {
  const { base, token, ada, bo } = await setUp(server);
  const list = async (query: string) =>
    Marking.parse((await server.call("GET", `${base}/marking${query}`, token)).body);
  const { questions, answers } = await list("?question=q2");
  assert.equal(questions[0].text, "Where is it?");
  assert.deepEqual(answers.map(({ attempt_id, asked }) => [attempt_id, asked]), [
    [ada, { text: CHOICE.text }],
    [bo, undefined],
  ]);
  assert.ok((await list("?question=q2&texts=false")).answers.every(({ asked }) => asked === undefined));
});

liveTest("[MK61] a text that became Markdown is shown plain with the answer of who read it so", async (server) => {
  const { examId } = await server.publish(SAT_EXAM);
  const token = await server.signIn();
  await sitExam(server, "Ada", "x");
  const document = { ...SAT_EXAM, text_format: "markdown" };
  assert.equal((await server.call("PUT", `/api/exams/${examId}`, token, { revision: 1, document })).status, 200);
  await sitExam(server, "Bo", "y");
  const { body } = await server.call("GET", `/api/exams/${examId}/marking?question=q1`, token);
  const { questions, answers } = Marking.parse(body);
  assert.notEqual(questions[0].html, undefined);
  assert.deepEqual(answers.map(({ asked }) => asked), [{ text: ESSAY.text }, undefined]);
});

liveTest(
  "[MK91] a marker reads the key that the mark was made with, where today's does not fit the paper",
  async (server) => {
    const { examId } = await server.publish(SAT_EXAM);
    const base = `/api/exams/${examId}`;
    const token = await server.signIn();
    const ada = (await sitExam(server, "Ada", "x", { chosen: "a" })).attempt_id;
    const keyOf = async () => {
      const { body } = await server.call("GET", `${base}/marking?question=${CHOICE.id}`, token);
      const { questions, answers } = Marking.parse(body);
      const listed = questions.find(({ question }) => question === CHOICE.id)?.key;
      return {
        listed,
        own: answers.find(({ attempt_id }) => attempt_id === ada)?.key?.lines,
        by: answers[0].mark.points,
      };
    };
    assert.deepEqual(await keyOf(), { listed: ["Paris"], own: undefined, by: 2 });
    const choices = [{ id: "c", text: "Lyon" }, { id: "d", text: "Nice" }];
    const other = { ...CHOICE, choices, correct: "d" };
    const put = await server.call("PUT", base, token, {
      revision: 1,
      document: { ...SAT_EXAM, questions: [ESSAY, other] },
    });
    assert.equal(put.status, 200);
    assert.deepEqual(await keyOf(), { listed: ["Nice"], own: ["Paris"], by: 2 });
  },
);
