import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { ForeignSite } from "../support/foreign_site.ts";
import { onStage, row, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD, type RunningServer } from "../support/running_server.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const FORM = `
  <main>
  <h1>Quiz</h1><p id="paper">The cat sat on the mat, and then it went home in the rain.</p>
  <div id="quiz"><label>Answer <textarea id="answer" rows="6" cols="50"></textarea></label>
  <label>Secret <input type="password"></label></div>
  <label>Chat <input id="chat"></label></main>`;

/** A script that starts with these options, and leaves what it got in the window. */
function starts(server: string, options: string, from = `${server}/static/embed.mjs`): string {
  return `import { start } from "${from}";
    window.states = []; window.risks = [];
    start({ server: "${server}", onState: (state) => window.states.push(state), onRisk: (risk) => window.risks.push(risk), ${options} })
      .then((watching) => { window.watching = watching; window.settled = true; }, (error) => { window.problem = error.message; window.settled = true; });`;
}

async function publish(server: RunningServer, code: string, origin: string, more: Record<string, unknown> = {}) {
  const token = await server.signIn();
  const questions = [{ id: "q1", type: "essay", text: "What did the cat do?" }];
  const policy = { embed_origins: [origin] };
  const body = { code, title: "Cats & dogs", duration_minutes: 60, questions, policy, ...more };
  const { exam_id: examId } = await server.call("POST", "/api/exams", { token, body });
  return { token, examId };
}

/** A page of the site, and what its console said. */
async function open(browser: Browser, url: string, locale = "en-GB") {
  const { page, complaints } = await watchedPage(browser, "", LOOKS[0], locale);
  await page.goto(url);
  return { page, complaints: () => complaints.filter((one) => !one.startsWith("request to")) };
}

// deno-lint-ignore no-explicit-any
const inPage = (page: Page, expression: string): Promise<any> => page.evaluate(expression);

Deno.test(
  "[EM10] [EM11] [EM13] [EM17] a page of another site asks, captures within its root, shows the risk, and hands in; the room says where",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const pages: Record<string, { html: string; script?: string; policy?: string }> = {};
      await using site = ForeignSite.serve(pages);
      pages["/quiz"] = {
        html: FORM,
        script: starts(
          server.origin,
          `code: "CATS", root: document.querySelector("#quiz"), answers: { q1: document.querySelector("#answer") }`,
        ),
        // Nothing inline, nothing of others but the exam's server.
        policy: `default-src 'none'; script-src 'self' ${server.origin}; connect-src ${server.origin} ${
          server.origin.replace("http", "ws")
        }; style-src 'none'`,
      };
      const { token, examId } = await publish(server, "CATS", site.origin);
      const { page, complaints } = await open(browser, `${site.origin}/quiz`);
      const dialog = page.getByRole("dialog", { name: "“Cats & dogs” is watched" });
      await dialog.waitFor();
      assert.deepEqual(await findViolations(page), []);
      await lookAt(page, "embed-consent-1440-light");
      const loaded = await inPage(page, `performance.getEntriesByType("resource").map(({ name }) => name)`);
      assert.ok(!loaded.some((name: string) => name.includes("embed_watch")), "what captures is not loaded before");
      assert.equal(
        (await server.call("GET", "/api/exams", { token })).find((one: { code: string }) => one.code === "CATS")
          .attempts,
        0,
      );
      await dialog.getByRole("button", { name: "I agree, begin" }).click();
      await dialog.getByText("Enter your name").waitFor();
      await dialog.getByLabel("Your name").fill("Ada");
      await dialog.getByRole("button", { name: "I agree, begin" }).click();
      await page.getByRole("button", { name: /^Watched/ }).waitFor();
      await page.getByLabel("Answer").pressSequentially("It went home in the rain.");
      await page.getByLabel("Chat").pressSequentially("xyzzy");
      await page.getByLabel("Secret").pressSequentially("not anybody's");
      const { attemptId } = await inPage(page, `({ attemptId: window.watching.attemptId })`);
      const answers = () => server.call("GET", `/api/exams/${examId}/attempts/${attemptId}/answers`, { token });
      await until(
        "the answer arrives",
        async () => (await answers()).answers.q1 === "It went home in the rain.",
      );

      const proctor = await watchedPage(browser, server.origin);
      await signInOn(proctor.page, "admin", ADMIN_PASSWORD);
      await proctor.page.goto(`/exams/${examId}/room`);
      const student = { attempt_id: attemptId, session_token: "" };
      await row(proctor.page, student).getByRole("img", { name: /^Watched elsewhere/ }).waitFor();
      await lookAt(proctor.page, "room-watched-1440-light");
      await row(proctor.page, student).getByRole("button").first().click();
      const drawer = proctor.page.getByRole("complementary", { name: "Ada" });
      await drawer.getByText("watched in a page of another site").waitFor();
      await drawer.getByRole("button", { name: "Message", exact: true }).click();
      await proctor.page.getByRole("dialog").getByRole("textbox").fill("Ten minutes left.");
      await proctor.page.getByRole("dialog").getByRole("button", { name: "Send" }).click();
      await page.getByText("Ten minutes left.", { exact: true }).waitFor();
      await page.getByRole("heading", { name: "Quiz" }).waitFor();
      assert.deepEqual(await findViolations(page), []);
      await lookAt(page, "embed-message-1440-light");
      await page.getByRole("button", { name: "I have read this" }).click();
      await drawer.getByText(/^Read \d/).waitFor();

      // Keys outside the root were not captured, nor those of a password: as many as the answer has.
      const log = await fetch(`${server.origin}/api/exams/${examId}/attempts/${attemptId}/log`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const keys = (await log.text()).match(/"type":"keystroke_data"/g) ?? [];
      assert.equal(keys.length, "It went home in the rain.".length);
      await inPage(page, "window.watching.submit()");
      await page.getByRole("button", { name: /^Watched/ }).waitFor({ state: "detached" });
      await until("it is handed in", async () => {
        const [one] = (await server.call("GET", `/api/exams/${examId}/marks`, { token })).attempts;
        return one?.state === "submitted";
      });
      assert.deepEqual(complaints(), []);
      assert.deepEqual(proctor.complaints, []);
    });
  },
);

Deno.test(
  "[EM12] a page that the exam does not name is told so in its console, and nothing is captured",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const pages: Record<string, { html: string; script?: string }> = {};
      await using site = ForeignSite.serve(pages);
      pages["/quiz"] = { html: FORM, script: starts(server.origin, `code: "DEMO", student: { name: "Ada" }`) };
      const { page, complaints } = await open(browser, `${site.origin}/quiz`);
      await until("it is refused", () => inPage(page, "window.settled === true"));
      const problem = await inPage(page, "window.problem");
      assert.match(problem, new RegExp(`does the exam name ${site.origin} among its embed_origins`));
      assert.ok(complaints().some((one) => one.includes("among its embed_origins")), complaints().join("\n"));
      assert.equal(await page.getByRole("dialog").count(), 0);
    });
  },
);

Deno.test(
  "[EM10] [EM14] declining sends nothing; a reload goes on; two frames of a page are two students; the classic script does the same in German",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const pages: Record<string, { html: string; script?: string }> = {};
      await using site = ForeignSite.serve(pages);
      const frame = (name: string) => starts(server.origin, `code: "CATS", student: { name: "${name}" }`);
      pages["/ada"] = { html: FORM, script: frame("Ada") };
      pages["/bo"] = { html: FORM, script: frame("Bo") };
      pages["/both"] = {
        html:
          `<iframe src="/ada" width="700" height="500"></iframe><iframe src="/bo" width="700" height="500"></iframe>`,
      };
      pages["/classic"] = {
        html: `${FORM}<script src="${server.origin}/static/embed.js"></script>`,
        script: `Invigil.start({ server: "${server.origin}", code: "KATZEN", student: { name: "Cy" } })
          .then((watching) => { window.watching = watching; window.settled = true; });`,
      };
      const { token, examId } = await publish(server, "CATS", site.origin);
      await publish(server, "KATZEN", site.origin, { language: "de", title: "Katzen" });

      const classic = await open(browser, `${site.origin}/classic`);
      const katzen = classic.page.getByRole("dialog", { name: "„Katzen“ wird beobachtet" });
      await katzen.getByRole("button", { name: "Ich stimme nicht zu" }).click();
      await until("it is over", () => inPage(classic.page, "window.settled === true"));
      assert.equal(await inPage(classic.page, "window.watching"), null);

      const { page, complaints } = await open(browser, `${site.origin}/both`);
      const attempts = () => server.call("GET", `/api/exams/${examId}/marks`, { token });
      for (const at of [0, 1]) {
        const within = page.frameLocator("iframe").nth(at);
        await within.getByRole("button", { name: "I agree, begin" }).click();
        await within.getByRole("button", { name: /^Watched/ }).waitFor();
        await within.getByLabel("Answer").pressSequentially("Meow, said the cat.");
      }
      await until("both are there", async () => (await attempts()).attempts.length === 2);
      await page.reload();
      for (const at of [0, 1]) {
        await page.frameLocator("iframe").nth(at).getByRole("button", { name: /^Watched/ }).waitFor();
      }
      assert.equal((await attempts()).attempts.length, 2, "they went on with their own attempts");
      assert.deepEqual(complaints(), []);
    });
  },
);
