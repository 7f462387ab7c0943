import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { lookAt } from "../support/student_look.ts";
import { newStudentPage } from "../support/student_page.ts";

browserTest(
  "[RV47] a student whose exam is over says something on the result's page, which the closing page leads to; by policy nothing",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    await server.publish({ ...SAT_EXAM, code: "NONE", policy: { review: { statements: false } } });
    const ada = await sitExam(server, "Ada", "By Ada.");
    const none = await server.join("Ada", "NONE");
    await server.call("POST", "/submit_exam", none.session_token, {});
    for (const [width, colorScheme, locale] of [[1440, "light", "en-GB"], [390, "dark", "de"]] as const) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
      const { page, problems } = await newStudentPage(context);
      const german = locale === "de";
      await page.goto(`${server.url}/join/MARKS`);
      for (const { attempt_id: attemptId, session_token: token } of [ada, none]) {
        await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
          `attempt:${attemptId}`,
          JSON.stringify({ attemptId, token, name: "Ada", exam: "Marks", code: "MARKS" }),
        ]);
      }
      await page.goto(`${server.url}/exam?attempt=${none.attempt_id}`);
      const next = page.locator("section[aria-labelledby=next]");
      await next.waitFor();
      const leads = german ? "mit eigenen Worten" : "in your own words";
      assert.equal(await next.getByText(leads).count(), 0);
      await page.goto(`${server.url}/result?attempt=${none.attempt_id}`);
      await page.getByText(german ? "Noch nicht freigegeben" : "Not released yet").waitFor();
      await page.waitForLoadState("networkidle");
      assert.equal(await page.getByRole("textbox").count(), 1, "the personal token's field alone");

      await page.goto(`${server.url}/exam?attempt=${ada.attempt_id}`);
      await next.getByText(leads).waitFor();
      await next.getByRole("link").click();
      await page.getByRole("heading", { name: german ? "Ihre eigenen Worte" : "Your own words" }).waitFor();
      const send = page.getByRole("button", { name: german ? "Senden" : "Send" });
      await send.click();
      await page.getByText(german ? "Schreiben Sie, was Sie sagen möchten." : "Write what you want to say.").waitFor();
      await lookAt(page, `statement_missing_${width}`);
      assert.deepEqual(await findViolations(page), []);
      const said = `My screen went black. ${locale} <b>`;
      await page.getByLabel(german ? "Was Sie sagen möchten" : "What you want to say").fill(said);
      await send.click();
      await page.getByText(german ? /^Gesendet\./ : /^Sent\./).waitFor();
      await page.reload();
      await page.getByText(said).waitFor();
      await lookAt(page, `statement_${width}`);
      assert.deepEqual(await findViolations(page), []);
      const { statements } = (await server.services.attempts.view(ada.attempt_id)).folded;
      assert.equal(statements.length, german ? 2 : 1);
      assert.deepEqual(problems, []);
      await context.close();
    }
    const { body } = await server.call(
      "GET",
      `/api/exams/${examId}/attempts/${ada.attempt_id}/review`,
      await server.signIn(),
    );
    assert.match(JSON.stringify(body), /My screen went black\. de <b>/);
  },
);
