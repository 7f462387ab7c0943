import assert from "node:assert/strict";
import { z } from "zod";
import { LogEntry } from "../../protocol/log_entry.ts";
import { StartExamAnswer } from "../../protocol/start_exam.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { attemptOf } from "../support/student_page.ts";

const EXAM = { title: "T", duration_minutes: 5, questions: [{ id: "q1", type: "essay", text: "?" }] };

async function pageOf(server: LiveServer, path: string, accepted?: string) {
  const headers: HeadersInit = accepted === undefined ? {} : { "accept-language": accepted };
  const response = await fetch(server.url + path, { headers });
  const html = await response.text();
  const [, lang, dir] = /<html lang="([^"]+)" dir="([^"]+)">/.exec(html) ?? [];
  return { lang, dir, html, vary: response.headers.get("vary") };
}

liveTest(
  "[WO20] a page speaks its exam's language, else its reader's, else English, and tells caches so",
  async (server) => {
    await server.publish({ ...EXAM, code: "GERMAN", language: "de-AT" });
    await server.publish({ ...EXAM, code: "KLINGON", language: "tlh" });
    await server.publish({ ...EXAM, code: "ANY" });
    const spoken = async (path: string, accepted?: string) => (await pageOf(server, path, accepted)).lang;
    assert.equal(await spoken("/join/GERMAN", "en"), "de");
    assert.equal(await spoken("/join/KLINGON", "de"), "de", "a language that no page speaks");
    assert.equal(await spoken("/join/KLINGON"), "en");
    assert.equal(await spoken("/join/ANY", "fr, de;q=0.8, en;q=0.5"), "de");
    for (const path of ["/", "/join", "/join/NOTHING", "/exam", "/declined", "/privacy", "/docs", "/docs/scoring"]) {
      assert.equal(await spoken(path), "en", path);
      assert.equal(await spoken(path, "de"), "de", path);
      assert.equal(await spoken(`${path}?language=de`, "en"), "de", path);
      assert.equal(await spoken(`${path}?language=%22%3E%3Cscript%3E`, "de"), "de", path);
      assert.match((await pageOf(server, path)).vary ?? "", /^accept-language/, path);
    }
  },
);

liveTest(
  "[ED30] what is not there is a page for a browser, in its language, and JSON for a program",
  async (server) => {
    const ask = async (path: string, accept: string, method = "GET") => {
      const headers = { accept, "accept-language": "de" };
      const response = await fetch(server.url + path, { method, headers });
      const text = await response.text();
      return {
        status: response.status,
        type: response.headers.get("content-type") ?? "",
        text,
        vary: response.headers.get("vary"),
      };
    };
    const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (const path of ["/nowhere", "/exams/", "/static/nothing.js", "/api/nowhere"]) {
      const page = await ask(path, browser);
      assert.deepEqual([page.status, page.type, page.vary?.toLowerCase()], [
        404,
        "text/html; charset=utf-8",
        "accept, accept-language, accept-encoding",
      ], path);
      assert.match(page.text, /<html lang="de".*Unter dieser Adresse gibt es nichts/s, path);
      for (const accept of ["application/json", "*/*"]) {
        const answer = await ask(path, accept);
        assert.equal(answer.status, 404, path);
        assert.equal(JSON.parse(answer.text).error.code, "not_found", path);
      }
      assert.match((await ask(path, browser, "POST")).type, /json/, "a change is a program's");
    }
  },
);

liveTest("[WO22] an exam's language is checked, and comes along with the paper", async (server) => {
  await server.publish({ ...EXAM, code: "ARABIC", language: "ar" });
  const answer = await server.call("POST", "/start_exam", null, { code: "ARABIC", student: { name: "Ada" } });
  const joined = StartExamAnswer.parse(answer.body);
  assert.equal(joined.exam.language, "ar");
  assert.equal((await attemptOf(server.url, joined.session_token)).exam.language, "ar");
  const admin = await server.signIn();
  for (const language of ["", "Deutsch!", "d", "en_GB", "a-b", "x".repeat(40)]) {
    const refused = await server.call("POST", "/api/exams", admin, { ...EXAM, code: "WRONG", language });
    assert.deepEqual([refused.status, errorOf(refused).path], [422, "language"], language);
  }
});

liveTest("[WO24] a page carries to the browser the words that its script says, and no others", async (server) => {
  const groups = async (path: string) => {
    const { html } = await pageOf(server, path);
    const json = /<script type="application\/json" id="page-words">([^<]*)</.exec(html)?.[1];
    return json === undefined ? null : Object.keys(JSON.parse(json).sentences).sort();
  };
  assert.deepEqual(await groups("/exam"), [
    "exam",
    "examScreens",
    "examStatus",
    "features",
    "ownReasons",
    "ownWord",
    "page",
    "reasons",
    "refused",
    "sitting",
    "support",
    "technologies",
  ]);
  assert.deepEqual(await groups("/join"), ["joinForms", "page", "refused"]);
  assert.equal(await groups("/privacy"), null);
});

liveTest("[WO25] the log says what was consented to, and in which language it was read", async (server) => {
  for (const consent of [{ version: "2025-11-21", language: "de" }, { version: "2025-11-21" }]) {
    const body = { code: "DEMO", student: { name: "Ada" }, consent };
    const { session_token } = StartExamAnswer.parse((await server.call("POST", "/start_exam", null, body)).body);
    const captured = await server.call("GET", "/api/attempt/captured", session_token);
    const { entries } = z.object({ entries: z.array(LogEntry) }).parse(captured.body);
    const [started] = entries;
    assert.ok(started.kind === "started");
    assert.deepEqual([started.consent, started.consent_language], [consent.version, consent.language]);
  }
});
