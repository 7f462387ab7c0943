import assert from "node:assert/strict";
import { EXTENSION_ORIGIN } from "../../protocol/page_origin.ts";
import { build } from "../../server/tasks/build.ts";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { ExtensionBrowser } from "../support/extension_browser.ts";
import { ForeignSite } from "../support/foreign_site.ts";
import { until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD, RunningServer } from "../support/running_server.ts";
import { lookAt } from "../support/student_look.ts";
import { signInOn } from "../support/watched_page.ts";

const QUIZ =
  `<main><h1>Quiz</h1><p>Copy me, I am the paper.</p><label>Answer <textarea rows="8" cols="60"></textarea></label></main>`;

Deno.test(
  "[EM20] [EM21] [EM22] [EM23] [EM24] [EM26] a start link, consent, a page that knows nothing of us: through sleep, no server and a restart, to the end",
  BROWSER_TEST,
  async () => {
    await build();
    await using site = ForeignSite.serve({ "/": { html: QUIZ }, "/elsewhere": { html: "<p>Elsewhere</p>" } });
    await using server = await RunningServer.start();
    const token = await server.signIn();
    const profile = await Deno.makeTempDir({ prefix: "invigil-extension-" });
    const body = { code: "CATS", title: "Cats", duration_minutes: 60, questions: [], watched_origin: site.origin };
    const { exam_id: examId } = await server.call("POST", "/api/exams", { token, body });
    const attempts = async () => (await server.call("GET", `/api/exams/${examId}/marks`, { token })).attempts;
    let browser = await ExtensionBrowser.start(profile);
    try {
      const start = await browser.context.newPage();
      await start.goto(`${server.origin}/watch/CATS`);
      await start.getByText(`You write this exam at ${new URL(site.origin).host}`).waitFor();
      assert.deepEqual(await findViolations(start), []);
      await lookAt(start, "watch-page-1280-light");

      let popup = await browser.popup();
      await popup.getByLabel("Start link").fill("https://example.org/exam");
      await popup.getByRole("button", { name: "Continue" }).click();
      await popup.getByText("That is not a start link.").waitFor();
      await popup.getByLabel("Start link").fill(`${server.origin}/watch/CATS`);
      await popup.getByRole("button", { name: "Continue" }).click();
      await popup.getByRole("heading", { name: "“Cats” is watched" }).waitFor();
      await popup.getByText("What you write stays on this page").waitFor();
      assert.deepEqual(await findViolations(popup), []);
      await lookAt(popup, "extension-consent");
      assert.equal((await attempts()).length, 0, "nothing was begun before anybody agreed");
      const waits = async () => (await browser.worker()).evaluate("chrome.storage.session.get(null).then(Object.keys)");
      await popup.getByRole("button", { name: "I do not agree" }).click();
      await popup.getByLabel("Start link").fill(`${server.origin}/watch/CATS`);
      assert.deepEqual(await waits(), []);
      await popup.getByRole("button", { name: "Continue" }).click();
      await popup.getByText(`What is captured goes to ${new URL(server.origin).host}`).waitFor();
      await popup.getByLabel("Your name").fill("Ada");
      await browser.grant(site.origin);
      await popup.bringToFront();
      await popup.getByRole("button", { name: "I agree, begin" }).click();
      await popup.getByRole("button", { name: "Open the exam" }).waitFor();
      await until("it is watched", () => popup.getByText("Watched", { exact: true }).isVisible());
      assert.deepEqual(await findViolations(popup), []);
      await lookAt(popup, "extension-popup");
      const [{ attempt_id: attemptId }] = await attempts();
      const log = async () => {
        const response = await fetch(`${server.origin}/api/exams/${examId}/attempts/${attemptId}/log`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return await response.text();
      };
      const keys = async () => ((await log()).match(/"type":"keystroke_data"/g) ?? []).length;

      const quiz = await browser.context.newPage();
      await quiz.goto(site.origin);
      await quiz.getByRole("button", { name: /^Watched/ }).waitFor();
      await quiz.getByLabel("Answer").pressSequentially("Forty letters that are typed by a person.");
      await until("keys arrive", async () => await keys() >= 41);
      assert.ok(!(await log()).includes("Forty letters"), "no text of the page was sent");
      assert.match(await log(), /"by":"extension"/);
      await lookAt(quiz, "extension-page");

      // Another tab is seen, and not which.
      const desk = await browser.context.newPage();
      await signInOn(desk, "admin", ADMIN_PASSWORD, server.origin);
      await desk.goto(`${server.origin}/exams/${examId}/room/${attemptId}`);
      await desk.getByText("watched by the extension").waitFor();
      await until(
        "both signals of answers say so",
        async () => await desk.getByText("Answers are written elsewhere").count() === 2,
      );
      await until("the change of tab is seen", async () => /"type":"tab_switch","visible":false/.test(await log()));
      assert.ok(!/visible[^}]*(url|title|room)/.test(await log()));
      await quiz.bringToFront();

      const before = await keys();
      await browser.sleep();
      await quiz.getByLabel("Answer").pressSequentially("After a sleep.");
      await until("keys after a sleep arrive", async () => await keys() >= before + 14);

      // No server: what happens is kept, through a sleep as well.
      const online = await keys();
      await server.kill();
      await quiz.getByLabel("Answer").pressSequentially("Nobody hears.");
      await quiz.waitForTimeout(2_500);
      await browser.sleep();
      await quiz.getByLabel("Answer").pressSequentially("Still nobody.");
      await quiz.waitForTimeout(2_500);
      await browser.close();
      browser = await ExtensionBrowser.start(profile);
      await server.restart();
      const again = await browser.context.newPage();
      await again.goto(site.origin);
      await again.getByRole("button", { name: /^Watched/ }).waitFor();
      await until("what was kept arrives", async () => await keys() >= online + 26);
      assert.equal(await keys(), online + 26, "once");

      popup = await browser.popup();
      await popup.getByRole("button", { name: "Pause" }).click();
      await popup.getByText("You have paused it.").waitFor();
      await again.getByRole("button", { name: /^Watched/ }).waitFor();
      const paused = await keys();
      await again.getByLabel("Answer").pressSequentially("Unseen.");
      await popup.getByRole("button", { name: "Go on" }).click();
      await again.getByRole("button", { name: /^Watched/ }).waitFor();
      await again.waitForTimeout(1_500);
      assert.equal(await keys(), paused);

      await popup.getByRole("button", { name: "End and remove" }).click();
      await popup.getByText("It cannot be taken back.", { exact: false }).waitFor();
      assert.deepEqual(await findViolations(popup), []);
      await popup.getByRole("button", { name: "End it" }).click();
      await popup.getByText("The extension has kept nothing.").waitFor();
      const left = await (await browser.worker()).evaluate(`(async () => {
        const { origins } = await chrome.permissions.getAll();
        const scripts = await chrome.scripting.getRegisteredContentScripts();
        const kept = Object.keys(await chrome.storage.local.get(null));
        return { origins, scripts: scripts.length, kept };
      })()`);
      assert.deepEqual(left, { origins: [], scripts: 0, kept: [] });
      assert.deepEqual(await waits(), []);
      await again.getByRole("button", { name: /^Watched/ }).waitFor({ state: "detached" });
      assert.equal((await attempts())[0].state, "submitted");
    } finally {
      await browser.close();
      await Deno.remove(profile, { recursive: true }).catch(() => {});
    }
  },
);

Deno.test("[EM25] the extension's id is that of its manifest's key, and it asks for no more than its README says", async () => {
  const root = new URL("../../extension/", import.meta.url);
  const manifest = JSON.parse(await Deno.readTextFile(new URL("manifest.json", root)));
  const key = Uint8Array.from(atob(manifest.key), (sign) => sign.charCodeAt(0));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", key));
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const id = hex.replace(/./g, (digit) => "abcdefghijklmnop"[parseInt(digit, 16)]);
  assert.equal(EXTENSION_ORIGIN, `chrome-extension://${id}`);
  const readme = await Deno.readTextFile(new URL("README.md", root));
  const explained = [...readme.split("## How it is made")[0].matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  assert.deepEqual(explained, [...manifest.permissions, "optional_host_permissions"]);
  assert.equal(manifest.host_permissions, undefined);
});
