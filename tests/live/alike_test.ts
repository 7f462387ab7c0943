import assert from "node:assert/strict";
import { AlikeAnswers } from "../../protocol/alike.ts";
import { COMPARISONS_PER_MINUTE } from "../../routes/api/alike.ts";
import { createRandom } from "../../scoring/models/random.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";

const IDS = ["a", "b", "c", "d"];
const QUESTIONS = Array.from({ length: 30 }, (_, index) => ({
  id: `q${index}`,
  type: "single_choice",
  text: "?",
  choices: IDS.map((id) => ({ id, text: id })),
  correct: "a",
}));

async function sat(server: LiveServer, name: string, choiceOf: (index: number) => string): Promise<string> {
  const { attempt_id, session_token } = await server.join(name, "ALIKE");
  const events = QUESTIONS.map(({ id }, index) => {
    return { type: "answer_select", question: id, choices: [choiceOf(index)], t: index };
  });
  await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events });
  await server.call("POST", "/submit_exam", session_token, {});
  return attempt_id;
}

liveTest(
  "[AK30] [AK35] who reviews an exam is told where its answers are alike; no score moves, and a student is told nothing",
  async (server) => {
    const { examId } = await server.publish({
      code: "ALIKE",
      title: "Alike",
      duration_minutes: 60,
      questions: QUESTIONS,
    });
    const path = `/api/exams/${examId}/alike`;
    const token = await server.signIn();
    const empty = AlikeAnswers.parse((await server.call("GET", path, token)).body);
    assert.deepEqual([empty.is_too_small, empty.persons, empty.pairs], [true, 0, []]);

    const random = createRandom(9);
    const own = () => random() < 0.6 ? "a" : IDS[Math.floor(4 * random())];
    const copied = (index: number) => index % 5 < 2 ? "d" : "a";
    const twins = [await sat(server, "Twin 1", copied), await sat(server, "Twin 2", copied)];
    for (let student = 0; student < 12; student++) await sat(server, `Student ${student}`, own);
    const risks = async () => (await server.call("GET", `/risk_score?attempt_id=${twins[0]}`, token)).body;
    const before = await risks();
    const answers = AlikeAnswers.parse((await server.call("GET", path, token)).body);
    assert.deepEqual([answers.persons, answers.is_too_small, answers.model], [14, false, null]);
    assert.deepEqual([answers.pairs[0].one, answers.pairs[0].other].sort(), twins.toSorted());
    assert.equal(answers.pairs[0].same, 30);
    assert.deepEqual(await risks(), before);

    let status = 200;
    for (let asked = 0; asked <= COMPARISONS_PER_MINUTE && status === 200; asked++) {
      status = (await server.call("GET", path, token)).status;
    }
    assert.equal(status, 429);

    const { session_token } = await server.join("Late", "ALIKE");
    const refused = await server.call("GET", path, session_token);
    assert.deepEqual([refused.status, errorOf(refused).code], [403, "forbidden"]);
    assert.equal((await server.call("GET", path, null)).status, 401);
  },
);
