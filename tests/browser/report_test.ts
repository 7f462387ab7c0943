import assert from "node:assert/strict";
import { raiseFlag } from "../../server/review/flags.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

browserTest(
  "[RV46] a report opens from the review, and from disk with the network off: it fits, prints on A4, and axe finds nothing",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    const ada = await sitExam(server, "Ada", "By Ada.");
    await sitExam(server, "محمد", "By him.");
    const { attempts, stores, now } = server.services;
    const flag = { t: 100, at: now(), by: "bea", note: "A whole sentence at once." };
    await raiseFlag(await attempts.open(ada.attempt_id), stores.flags, flag);
    await server.call("POST", "/api/attempt/statement", ada.session_token, { text: "I dictated it.", t: 100 });

    const { page, context, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    const folder = await Deno.makeTempDir({ prefix: "invigil-report-" });
    const files: string[] = [];
    for (
      const [at, link] of [
        [`/exams/${examId}/review/${ada.attempt_id}`, "Report"],
        [`/exams/${examId}/review/${ada.attempt_id}`, "Report with staff notes"],
        [`/exams/${examId}/review`, "Report"],
        [`/exams/${examId}/results`, "Evidence report"],
      ]
    ) {
      await page.goto(at);
      const opened = context.waitForEvent("page");
      await page.getByRole("link", { name: link, exact: true }).click();
      const report = await opened;
      await report.getByRole("heading", { name: "What the score cannot tell" }).waitFor();
      files.push(`${folder}/${files.length}.html`);
      const answer = await context.request.get(report.url());
      await Deno.writeFile(files[files.length - 1], new Uint8Array(await answer.body()));
      await report.close();
    }
    assert.deepEqual(complaints, []);

    try {
      for (const width of [1440, 390]) {
        const disk = await browser.newContext({ offline: true, viewport: { width, height: 900 } });
        const paper = await disk.newPage();
        const noted: string[] = [];
        paper.on("console", (message) => noted.push(message.text()));
        paper.on("request", (request) => noted.push(request.url()));
        for (const file of files) {
          await paper.goto(`file://${file}`);
          await paper.getByRole("heading", { level: 1, name: "Marks" }).waitFor();
          assert.deepEqual(noted.splice(0), [`file://${file}`]);
          assert.deepEqual(await findViolations(paper), [], file);
          const colour = await paper.evaluate(() => getComputedStyle(document.body).backgroundColor);
          assert.equal(colour, "rgb(255, 255, 255)", "its style is in it");
          const beyond = await paper.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${file} is ${beyond} px too wide at ${width}`);
          noted.length = 0;
        }
        const pdf = await paper.pdf({ preferCSSPageSize: true });
        assert.match(new TextDecoder("latin1").decode(pdf), /\/MediaBox \[0 0 59\d(?:\.\d+)? 84[12]/);
        await disk.close();
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);
