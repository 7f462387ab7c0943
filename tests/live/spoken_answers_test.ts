import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { PredictAnswer } from "../../protocol/predict.ts";
import { RiskScoreAnswer } from "../../protocol/risk_score.ts";
import { LANGUAGES } from "../../words/languages.ts";
import { type LiveServer, liveTest } from "../support/live_server.ts";

async function ask(
  server: LiveServer,
  path: string,
  language: string | null,
  init: { method?: string; token?: string; body?: unknown } = {},
): Promise<unknown> {
  const headers = new Headers({ "content-type": "application/json" });
  if (language !== null) headers.set("accept-language", language);
  if (init.token !== undefined) headers.set("authorization", `Bearer ${init.token}`);
  const body = init.body === undefined ? undefined : JSON.stringify(init.body);
  const answer = await fetch(server.url + path, { method: init.method ?? "GET", headers, body });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return await answer.json();
}

const SAMPLE = {
  sample_id: 1,
  mean_dwell: 90,
  std_dwell: 25,
  mean_flight: 120,
  std_flight: 90,
  avg_mouse_speed: 0.5,
  tab_switch_count: 0,
  copy_events: 0,
  paste_events: 0,
  inactivity_time: 10,
};

liveTest(
  "[SC70] [SC73] [WO9] every prediction says, in its reader's language, what it rests on and was learnt from",
  async (server) => {
    const predict = async (language: string | null, sample: unknown) =>
      PredictAnswer.parse(await ask(server, "/predict", language, { method: "POST", body: sample })).message;
    const much = { ...SAMPLE, tab_switch_count: 20, paste_events: 10 };
    for (const sample of [SAMPLE, much]) {
      for (const language of [null, "fr", "en-GB"]) {
        assert.match(
          await predict(language, sample),
          /simulated sittings/,
        );
      }
      assert.match(await predict("de-AT, en;q=0.5", sample), /simulierter Sitzungen/);
    }
    assert.match(
      await predict("en", much),
      /^High risk detected: .* It rests on pastes from outside, times that the tab/,
    );
    assert.match(await predict("en", SAMPLE), /^Low risk: .* Nothing in these fields adds to it\./);
    const nothing = Object.fromEntries(Object.keys(SAMPLE).map((name) => [name, 0]));
    assert.match(await predict("en", nothing), /^Low risk, but too little was measured/);
  },
);

liveTest(
  "[WO9] reasons and flags are said in their reader's language, in English where none is asked for",
  async (server) => {
    const { attempt_id, session_token } = await ask(server, "/start_exam", null, {
      method: "POST",
      body: { code: "DEMO", student: { name: "Ada" }, consent: { version: "1" } },
    }) as { attempt_id: string; session_token: string };
    const events = [
      { t: 0, type: "tab_switch", visible: true },
      ...[60_000, 200_000].flatMap((t) => [
        { t, type: "tab_switch", visible: false },
        { t: t + 90_000, type: "tab_switch", visible: true },
      ]),
    ];
    await ask(server, "/log_activity", null, {
      method: "POST",
      token: session_token,
      body: { seq: 1, sentAt: 0, events },
    });
    const seen = async (language: string | null) => {
      const answer = await ask(server, "/risk_score", language, { token: session_token });
      return RiskScoreAnswer.parse(answer).reasons?.find(({ name }) => name === "away")?.seen;
    };
    assert.equal(await seen(null), "You were away twice, 180 s in all, longest 90 s.");
    assert.equal(await seen("de"), "Sie waren zweimal abwesend, insgesamt 180 s, am längsten 90 s.");

    const admin = await server.signIn();
    const exams = await ask(server, "/api/exams", null, { token: admin }) as { exam_id: string; code: string }[];
    const exam = exams.find(({ code }) => code === "DEMO")!;
    for (const { language } of LANGUAGES) {
      const path = `/api/exams/${exam.exam_id}/attempts/${attempt_id}`;
      const detail = AttemptDetail.parse(await ask(server, path, language.tag, { token: admin }));
      assert.ok(detail.reasons.some((reason) => /180 s/.test(reason.seen)));
    }
  },
);
