import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { Question } from "../../protocol/items/registry.ts";
import { ImportAnswer } from "../../protocol/transfer.ts";
import { writeFile } from "../../server/exams/transfer/formats.ts";
import { doublingForms } from "../support/hostile_pdf.ts";
import { ADMIN_PASSWORD, liveTest } from "../support/live_server.ts";
import { column, pdfFile } from "../support/pdf_file.ts";
import { pictures } from "../server/exams/transfer/any_exam.ts";

liveTest(
  "[IT20] packages and papers are read from their bytes, whatever the content type, and an export comes back",
  async (server) => {
    const token = await server.signIn();
    const send = async (bytes: Uint8Array<ArrayBuffer>, format = "") => {
      const response = await fetch(`${server.url}/api/import${format}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "accept-language": "de" },
        body: bytes,
      });
      return ImportAnswer.parse(await response.json());
    };
    const question = Question.parse({ id: "t", type: "true_false", text: "Oak is a tree.", points: 2, correct: true });
    const { examId } = await server.publish({
      code: "TREES",
      title: "Trees",
      duration_minutes: 10,
      questions: [question],
    });
    for (const format of ["qti", "moodle_xml", "gift", "csv", "json"]) {
      const file = await fetch(`${server.url}/api/exams/${examId}/export?format=${format}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal(file.status, 200, await file.clone().text());
      const back = await send(await file.bytes());
      assert.deepEqual(back, { format, questions: [question], notes: [] });
    }
    const paper = await send(
      pdfFile([column(60, ["1. Which?", "A) This", "B) That", "Answer: B"]), []]),
      "?format=pdf",
    );
    assert.equal(paper.questions.length, 1);
    assert.deepEqual(paper.notes, [{
      level: "error",
      page: 2,
      message: "Diese Seite hat keinen lesbaren Text; vielleicht ist sie ein Bild.",
    }]);
    const broken = await send(writeFile({ questions: [question] }, "qti").slice(0, 300));
    assert.deepEqual(broken.notes.map(({ message }) => message), [
      "Das Paket ist beschädigt oder abgeschnitten.",
      "In der Datei wurde keine Frage gefunden.",
    ]);
  },
);

liveTest(
  "[IT83] the whole of a file has its pictures, by the ids that an exam's media call answers for them",
  async (server) => {
    const token = await server.signIn();
    const authorization = `Bearer ${token}`;
    const { examId } = await server.publish({
      code: "OAKS",
      title: "Oaks",
      duration_minutes: 10,
      questions: [{ id: "q", type: "essay", text: "Why?" }],
    });
    const files = pictures.map(({ content }, at) =>
      `<file name="${at}" path="/" encoding="base64">${btoa(String.fromCharCode(...content))}</file>`
    );
    const shown = pictures.map((_, at) => `![${at}](@@PLUGINFILE@@/${at})`).join(" ");
    const quiz = `<quiz><question type="essay"><questiontext format="markdown"><text>${shown}</text>${
      files.join("")
    }</questiontext></question></quiz>`;
    const ask = async (query: string) => {
      const response = await fetch(`${server.url}/api/import${query}`, {
        method: "POST",
        headers: { authorization },
        body: quiz,
      });
      return await response.json();
    };
    const plain = await ask("");
    assert.deepEqual(Object.keys(plain).toSorted(), ["format", "notes", "questions"]);
    assert.equal(plain.questions[0].text, "[0] [1] [2]");
    const whole = ImportAnswer.parse(await ask("?whole=true"));
    assert.deepEqual([whole.sections, whole.pools, whole.notes], [[], [], []]);
    for (const { media_id, type, content } of whole.pictures ?? []) {
      assert.ok(whole.questions[0].text.includes(`media:${media_id}`));
      const response = await fetch(`${server.url}/api/exams/${examId}/media`, {
        method: "POST",
        headers: { authorization, "content-type": type },
        body: Uint8Array.fromBase64(content),
      });
      assert.deepEqual(await response.json(), { media_id });
    }
    assert.equal(whole.pictures?.length, pictures.length);
  },
);

liveTest("[IT49] while files hold their readers up, everybody else is answered", async (server) => {
  const first = "a-first-password-8";
  await server.publish({
    ...{ code: "TREES", title: "Trees", duration_minutes: 10, questions: [{ id: "q", type: "essay", text: "Why?" }] },
    staff: [{ username: "bea", role: "instructor", password: first }],
  });
  await server.call("POST", "/api/password", await server.signIn("bea", first), {
    current: first,
    next: ADMIN_PASSWORD,
  });
  const [admin, bea] = [await server.signIn(), await server.signIn("bea")];
  const send = (token: string, body: Uint8Array<ArrayBuffer>) =>
    fetch(`${server.url}/api/import`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
  const { readings } = server.services;
  // An account has one file read at a time.
  const held = [send(admin, doublingForms()), send(bea, doublingForms())];
  while (readings.size < 2) await delay(20);
  const waiting = send(admin, new TextEncoder().encode("Which?\nA. One\nB. Two\nANSWER: B\n"));
  for (let count = 0; count < 20; count++) {
    const began = performance.now();
    assert.equal((await fetch(`${server.url}/ping`)).status, 200);
    assert.ok(performance.now() - began < 2_000, `${performance.now() - began} ms`);
    await delay(50);
  }
  assert.equal(readings.size, 2);
  readings.end();
  for (const answer of await Promise.all([...held, waiting])) {
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get("retry-after"), "10");
    await answer.body?.cancel();
  }
});

liveTest("[IT96] whose request is given up has no file read any more", async (server) => {
  const authorization = `Bearer ${await server.signIn()}`;
  const caller = new AbortController();
  const asked = fetch(`${server.url}/api/import`, {
    method: "POST",
    headers: { authorization },
    body: doublingForms(),
    signal: caller.signal,
  });
  const isSize = async (size: number) => {
    // Long before the reading's own bound of 30 s.
    for (let tries = 0; tries < 400 && server.services.readings.size !== size; tries++) await delay(25);
    assert.equal(server.services.readings.size, size);
  };
  await isSize(1);
  caller.abort();
  await assert.rejects(asked);
  await isSize(0);
});
