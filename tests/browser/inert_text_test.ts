import assert from "node:assert/strict";
import { z } from "zod";
import { productTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { joinExam, tokenOf, untilSaved } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

/** What people write who want to see whether a page runs it. Each would set `globalThis.hit`. */
const CORPUS = [
  `<script>globalThis.hit=1</script>`,
  `<img src=x onerror="globalThis.hit=1">`,
  `"><svg onload=globalThis.hit=1>`,
  `</script><script>globalThis.hit=1</script>`,
  `</textarea><script>globalThis.hit=1</script>`,
  `<iframe srcdoc="<script>parent.hit=1</script>">`,
  `javascript:globalThis.hit=1`,
  `{{constructor.constructor('globalThis.hit=1')()}}`,
  `<a href="javascript:globalThis.hit=1">x</a>`,
  `<!--<script>globalThis.hit=1//-->`,
  `\u2028</title><script>globalThis.hit=1</script>`,
  `<style>@import'//elsewhere.example/'</style>`,
];

/** Runs first on every page: whoever sets `hit` is reported, also when the page is left afterwards. */
const REPORT_HIT = "Object.defineProperty(globalThis, 'hit', { set: () => console.error('hit') })";

productTest(
  "[TR60] whatever a person writes is text on every page: names, questions, answers, messages, notes",
  async (browser, server) => {
    const adminToken = await server.signIn();
    const published = await server.call("POST", "/api/exams", {
      token: adminToken,
      body: {
        code: "INERT",
        title: CORPUS.slice(0, 3).join(" "),
        instructions: CORPUS.join("\n\n"),
        duration_minutes: 60,
        questions: [
          { id: "q1", type: "essay", text: CORPUS.join("\n\n") },
          {
            id: "q2",
            type: "single_choice",
            text: CORPUS[1],
            choices: CORPUS.map((text, index) => ({ id: `c${index}`, text })),
          },
          { id: "q3", type: "numeric", text: CORPUS[2], unit: CORPUS[1].slice(0, 40) },
        ],
      },
    });
    const { exam_id } = z.object({ exam_id: z.string() }).parse(published);

    const student = await watchedPage(browser, server.origin);
    await student.context.addInitScript(REPORT_HIT);
    await joinExam(student.page, server.origin, CORPUS[1], "INERT");
    for (const text of CORPUS) {
      await student.page.getByRole("textbox").first().fill(text);
      await student.page.waitForTimeout(60);
    }
    await untilSaved(student.page);
    const attempt = await server.call("GET", "/api/attempt", { token: await tokenOf(student.page) });
    const { attempt_id } = z.object({ attempt_id: z.string() }).parse(attempt);
    for (const name of CORPUS.slice(2)) {
      await server.call("POST", "/start_exam", {
        body: { code: "INERT", student: { name, number: name.slice(0, 90) } },
      });
    }

    const proctor = await watchedPage(browser, server.origin);
    await proctor.context.addInitScript(REPORT_HIT);
    await signInOn(proctor.page, "admin", ADMIN_PASSWORD);
    await proctor.page.goto(`/exams/${exam_id}/room`);
    await proctor.page.locator("[data-attempt]").nth(CORPUS.length - 2).waitFor();

    const socket = proctorSocket(server.origin, adminToken, exam_id);
    await socket.next("room");
    for (const [index, text] of CORPUS.entries()) {
      await socket.say({ type: "message", id: `m${index}`, attempt_id, text });
      await socket.say({ type: "flag", id: `f${index}`, attempt_id, note: text });
    }
    await socket.until((message) => message.type === "done" && message.id === `f${CORPUS.length - 1}`);
    socket.close();
    await student.page.getByText(CORPUS[0], { exact: false }).first().waitFor();
    await proctor.page.locator(`[data-attempt="${attempt_id}"]`).click();
    await proctor.page.waitForTimeout(2_500);
    await proctor.page.goto("/exams");
    await proctor.page.waitForTimeout(500);
    await proctor.page.goto("/admin");
    await proctor.page.waitForTimeout(1_000);
    await student.page.goto("/join/INERT");
    await student.page.goto(`/join/${encodeURIComponent(CORPUS[0])}`);

    for (const { complaints } of [student, proctor]) assert.deepEqual(complaints, []);
    await proctor.page.evaluate("globalThis.hit = 1");
    assert.deepEqual(proctor.complaints, ["console: hit"], "a script that ran would have been seen");
  },
);
