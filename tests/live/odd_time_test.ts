import assert from "node:assert/strict";
import { CalculateAnswer, ScoringSummaryAnswer } from "../../protocol/interval_scores.ts";
import { RiskScoreAnswer } from "../../protocol/risk_score.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

const MONTH = 30 * 24 * 3_600_000;
const key = (t: number) => ({ type: "keystroke_data", key: "letter", dwell: 80, flight: 100, t });

async function write(server: LiveServer, token: string, ...batches: unknown[][]): Promise<void> {
  for (const [index, events] of batches.entries()) {
    const answer = await server.call("POST", "/log_activity", token, { seq: index + 1, sentAt: 0, events });
    assert.equal(answer.status, 200);
  }
}

liveTest("[RE12] one attempt's odd times change no other attempt's scores, and refuse no exam's", async (server) => {
  const { examId } = await server.publish({
    code: "ODD",
    title: "Odd",
    duration_minutes: 60,
    questions: [{ id: "q1", type: "essay", text: "Write." }],
  });
  const honest = await server.join("Ada", "ODD");
  await write(server, honest.session_token, [key(1_000), key(1_200)], [key(40_000), key(100_000)]);
  const staff = await server.signIn();
  const ask = async () => {
    const body = { test_id: examId, interval_seconds: 10, window_size_seconds: 60 };
    const [calculated, summed] = [
      await server.call("POST", "/scoring/calculate", staff, body),
      await server.call("GET", `/scoring/summary/${examId}`, staff),
    ];
    assert.deepEqual([calculated.status, summed.status], [200, 200]);
    const { risk_scores } = CalculateAnswer.parse(calculated.body);
    const { attempts } = ScoringSummaryAnswer.parse(summed.body);
    return {
      scores: risk_scores.filter(({ attempt_id }) => attempt_id === honest.attempt_id),
      line: attempts.find(({ attempt_id }) => attempt_id === honest.attempt_id),
      attempts: attempts.length,
      all: risk_scores.length,
    };
  };
  const before = await ask();
  const odd = await server.join("Eve", "ODD");
  await write(server, odd.session_token, [key(1_000)], [key(MONTH)]);
  const idle = await server.join("Kim", "ODD");
  await write(server, idle.session_token, [{ type: "idle", t: 0, duration: MONTH }], [key(MONTH - 1)]);
  const many = await server.join("Lou", "ODD");
  const hours = Array.from({ length: 400 }, (_, hour) => key(hour * 3_600_000));
  await write(server, many.session_token, hours);
  const after = await ask();
  assert.deepEqual([after.scores, after.line], [before.scores, before.line]);
  assert.equal(after.attempts, 4);
  assert.ok(after.all < 20_000);
});

liveTest(
  "[SC36] an exam's intervals carry the live score as it was, beside the rules' and the model's",
  async (server) => {
    const { examId } = await server.publish({
      code: "LIVE",
      title: "Live",
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
      // Two minutes are told in no time here, which is another signal's.
      policy: { scoring: { muted: ["capture"] } },
    });
    const student = await server.join("Ada", "LIVE");
    const paste = (t: number) => [
      { type: "paste_event", length: 900, origin: "outside", t },
      { type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: "p".repeat(900), input: "paste", t },
    ];
    await write(server, student.session_token, [key(1_000), key(40_000)], [...paste(100_000), ...paste(130_000)]);
    const staff = await server.signIn();
    const body = { test_id: examId, interval_seconds: 30, window_size_seconds: 300 };
    const { risk_scores } = CalculateAnswer.parse((await server.call("POST", "/scoring/calculate", staff, body)).body);
    const now = RiskScoreAnswer.parse(
      (await server.call("GET", `/risk_score?attempt_id=${student.attempt_id}`, student.session_token)).body,
    );
    assert.deepEqual(risk_scores.slice(0, 4).map(({ live_risk }) => live_risk), [null, 0, 0, 0]);
    assert.equal(risk_scores.at(-1)!.live_risk, now.risk_score);
    assert.equal(risk_scores.at(-1)!.live_level, now.risk_level);
    const live = now.risk_score ?? 0;
    assert.ok(live > 20 && risk_scores.at(-1)!.risk_score < live);
  },
);
