import assert from "node:assert/strict";
import { z } from "zod";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { LogActivityAnswer } from "../../protocol/log_activity.ts";
import { RiskScoreAnswer } from "../../protocol/risk_score.ts";
import { SubmitExamAnswer } from "../../protocol/submit_exam.ts";
import { alarmingBatches } from "../support/alarming_session.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";
import { studentSocket } from "../support/socket_client.ts";

const Captured = z.object({ entries: z.array(z.object({ kind: z.string(), report: z.unknown().optional() })) });

async function sit(server: LiveServer, show_risk: string | undefined) {
  const policy = { at_hundred: "alert_only", flag_at: 100, ...(show_risk && { show_risk }) };
  const code = `SHOW-${(show_risk ?? "unsaid").toUpperCase()}`;
  const questions = [{ id: "q1", type: "essay", text: "Write." }];
  await server.publish({ code, title: "Show", duration_minutes: 60, policy, questions });
  const { attempt_id, session_token: token } = await server.join("Ada", code);
  const admin = await server.signIn();
  const socket = studentSocket(server.url, token);
  await socket.next("welcome");
  const events = alarmingBatches().flat();
  const logged = LogActivityAnswer.parse(
    (await server.call("POST", "/log_activity", token, { seq: 1, sentAt: 0, events })).body,
  );
  const own = async () => RiskScoreAnswer.parse((await server.call("GET", "/risk_score", token)).body);
  const attempt = async () => AttemptAnswer.parse((await server.call("GET", "/api/attempt", token)).body);
  const reports = async () => {
    const { entries } = Captured.parse((await server.call("GET", "/api/attempt/captured", token)).body);
    return entries.filter(({ kind }) => kind === "batch").map(({ report }) => report);
  };
  const staff = async () =>
    RiskScoreAnswer.parse((await server.call("GET", `/risk_score?attempt_id=${attempt_id}`, admin)).body);
  const submit = async () => SubmitExamAnswer.parse((await server.call("POST", "/submit_exam", token, {})).body);
  const said = () => socket.heard.filter(({ type }) => type === "risk" || type === "high_risk_alert");
  return { token, socket, logged, own, attempt, reports, staff, submit, said };
}

type Sat = Awaited<ReturnType<typeof sit>>;

async function isHidden({ own, attempt, reports, said }: Sat): Promise<void> {
  const { attempt_id: _, updated_at, ...risk } = await own();
  assert.equal(typeof updated_at, "number");
  assert.deepEqual([...new Set(Object.values(risk))], [null], JSON.stringify(risk));
  assert.equal((await attempt()).risk, null);
  assert.deepEqual(await reports(), [null]);
  assert.deepEqual(said(), []);
}

async function isShown({ own, staff, attempt, reports }: Sat): Promise<void> {
  const [{ reasons: toThem, ...mine }, { reasons, ...theirs }] = [await own(), await staff()];
  assert.deepEqual(mine, theirs, "the same numbers as staff are answered");
  assert.deepEqual(toThem?.map(({ points }) => points), reasons?.map(({ points }) => points));
  assert.match(toThem?.map(({ seen }) => seen).join(" ") ?? "", /\b[Yy]ou/);
  assert.ok(mine.risk_score !== null && mine.risk_score > 0);
  assert.equal((await attempt()).risk?.risk, Math.round(mine.risk_score * 10) / 10);
  assert.ok((await reports()).every((report) => report !== null));
}

liveTest("[RE60] a policy that does not say shows students their risk as they write", async (server) => {
  for (const policy of [undefined, "live"]) {
    const sat = await sit(server, policy);
    assert.ok(sat.logged.risk_score !== null && sat.logged.risk_level !== null);
    assert.equal((await sat.attempt()).show_risk, "live");
    await sat.socket.next("risk");
    await isShown(sat);
    assert.equal(typeof (await sat.submit()).risk_score, "number");
    sat.socket.close();
  }
});

liveTest(
  "[RE60] with never no answer to a student has a risk in it, before the end and after; staff see it",
  async (server) => {
    const sat = await sit(server, "never");
    assert.deepEqual([sat.logged.risk_score, sat.logged.risk_level], [null, null]);
    assert.ok((await sat.staff()).risk_level === "high", "the risk is there");
    await isHidden(sat);
    const late = studentSocket(server.url, sat.token);
    await late.next("welcome");
    assert.equal((await sat.submit()).risk_score, null);
    await late.next("submitted");
    await isHidden(sat);
    assert.deepEqual(late.heard.filter(({ type }) => type === "risk" || type === "high_risk_alert"), []);
    late.close();
  },
);

liveTest(
  "[RE60] [RE61] with after a student has the risk from the end on, and nothing of it before",
  async (server) => {
    const sat = await sit(server, "after");
    assert.deepEqual([sat.logged.risk_score, sat.logged.risk_level], [null, null]);
    await isHidden(sat);
    assert.equal((await sat.submit()).risk_score, (await sat.staff()).risk_score);
    await sat.socket.next("submitted");
    assert.deepEqual(sat.socket.heard.map(({ type }) => type).slice(-2), ["risk", "submitted"]);
    await isShown(sat);
    sat.socket.close();
  },
);

liveTest("[RE60] the documents say where null may stand", async (server) => {
  const text = JSON.stringify((await server.call("GET", "/openapi.json", null)).body);
  const api = JSON.parse(text);
  const schemaOf = (path: string, method: string) =>
    Object.values<{ content?: { "application/json": { schema: { properties: Record<string, unknown> } } } }>(
      api.paths[path][method].responses,
    )[0].content!["application/json"].schema.properties;
  for (
    const [path, method, fields] of [
      ["/log_activity", "post", ["risk_score", "risk_level"]],
      ["/submit_exam", "post", ["risk_score"]],
      ["/risk_score", "get", ["risk_score", "risk_level", "categories", "signals", "reasons"]],
      ["/api/attempt", "get", ["risk"]],
    ] as const
  ) {
    for (const field of fields) {
      const said = JSON.stringify(schemaOf(path, method)[field]);
      assert.match(said, /"type":"null"/, `${path} ${field}`);
      assert.match(said, /show_risk/);
    }
  }
});

liveTest("[CA95] the consent page says what a student will see of the own risk", async (server) => {
  for (
    const [show_risk, words] of [
      ["live", /You see both as you write/],
      ["after", /once your exam is over, and not while you write/],
      ["never", /you are not shown either/],
    ] as const
  ) {
    await sit(server, show_risk);
    const page = String((await server.call("GET", `/join/SHOW-${show_risk.toUpperCase()}`, null)).body);
    assert.match(page, words);
  }
});
