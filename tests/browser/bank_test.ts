import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { openEditor } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { PICTURE } from "../support/pictures.ts";
import { ADMIN_PASSWORD, type RunningServer } from "../support/running_server.ts";
import { type Look, LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const RIVER = { id: "q1", type: "short_text", text: "Which river runs through Paris?", correct: ["Seine"], points: 2 };

/** Opens a page of the bank, signed in. */
async function openBank(
  browser: Browser,
  server: RunningServer,
  path: string,
  { look = LOOKS[0], locale = "en-GB", name = "admin", password = ADMIN_PASSWORD }: {
    look?: Look;
    locale?: string;
    name?: string;
    password?: string;
  } = {},
) {
  const watched = await watchedPage(browser, server.origin, look, locale);
  watched.page.setDefaultTimeout(10_000);
  if (locale === "en-GB") await signInOn(watched.page, name, password);
  else {
    await watched.context.addCookies([]);
    await watched.page.goto("/login");
    await watched.page.locator("html[data-ready]").waitFor();
    await watched.page.locator("input[name=username]").fill(name);
    await watched.page.locator("input[name=password]").fill(password);
    await watched.page.locator("button[type=submit]").click();
    await watched.page.waitForURL((url) => url.pathname !== "/login");
  }
  await watched.page.goto(path);
  await watched.page.locator("html[data-ready]").waitFor();
  return watched;
}

const lines = (page: Page) => page.getByRole("list", { name: "Questions of the bank" }).getByRole("listitem");

/** Looks at a page: accessible, and within its window. `BANK_PICTURES` names a folder for pictures of it. */
async function shot(page: Page, name: string): Promise<void> {
  assert.deepEqual(await findViolations(page), [], name);
  const folder = Deno.env.get("BANK_PICTURES");
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  const beyond = await page.evaluate(() => Math.abs(document.documentElement.scrollWidth - innerWidth));
  assert.equal(beyond, 0, `${name} is ${beyond} px wider than the window`);
}

/** Waits until the server has what was written. */
async function untilSaved(isSaved: () => Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !await isSaved();) {
    assert.ok(performance.now() - began < 10_000, "not saved");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

productTest(
  "[BA5] [BA6] [BA7] a question goes into the bank with its picture, is shared, taken by somebody else, and its newer version offered",
  async (browser, server) => {
    const token = await server.signIn();
    const password = "a-long-enough-password";
    const invitation = await server.call("POST", "/api/invitations", {
      token,
      body: { username: "bo", role: "instructor", exam_ids: [] },
    });
    await server.call("POST", "/api/invitations/accept", { body: { token: invitation.token, password } });

    const own = await openEditor(browser, server, { text_format: "markdown", questions: [RIVER] });
    const media = await fetch(`${server.origin}/api/exams/${own.examId}/media`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "image/png" },
      body: PICTURE,
    });
    const { media_id: mediaId } = await media.json();
    await own.page.getByRole("button", { name: /^Edit question 1/ }).click();
    await own.page.getByLabel("Question", { exact: true }).fill(`Which river is this?\n\n![A river](media:${mediaId})`);
    await own.page.getByRole("button", { name: "Put into the bank" }).click();
    const dialog = own.page.getByRole("dialog");
    await dialog.getByLabel("Tags").fill("water, Paris");
    await dialog.getByLabel("Share with other instructors").check();
    await shot(own.page, "put");
    await dialog.getByRole("button", { name: "Put into the bank" }).click();
    await own.page.getByRole("link", { name: "From the bank" }).waitFor();
    await untilSaved(async () => (await own.saved()).questions[0].bank !== undefined);
    const { bank } = (await own.saved()).questions[0];
    assert.equal(bank.revision, 1);

    const bo = await watchedPage(browser, server.origin);
    bo.page.setDefaultTimeout(10_000);
    await signInOn(bo.page, "bo", password);
    const boToken = await server.signIn("bo", password);
    const { exam_id: examId } = await server.call("POST", "/api/exams", {
      token: boToken,
      body: {
        code: "BO-1",
        title: "Rivers",
        duration_minutes: 30,
        questions: [],
        state: "draft",
        text_format: "markdown",
      },
    });
    const saved = async () => (await server.call("GET", `/api/exams/${examId}`, { token: boToken })).document;
    await bo.page.goto(`/exams/${examId}/edit`);
    await bo.page.locator("html[data-ready]").waitFor();
    await bo.page.getByRole("button", { name: "From the bank" }).click();
    await bo.page.getByLabel("Tag", { exact: true }).selectOption("water");
    await lines(bo.page).getByRole("checkbox").check();
    await bo.page.getByRole("button", { name: "Take 1 question" }).click();
    await untilSaved(async () => (await saved()).questions.length === 1);
    const [taken] = (await saved()).questions;
    assert.deepEqual([taken.bank, taken.tags], [bank, ["water", "Paris"]]);
    const picture = await fetch(`${server.origin}/media/${examId}/${mediaId}`);
    assert.deepEqual(new Uint8Array(await picture.arrayBuffer()), PICTURE);

    await bo.page.goto(`/bank/${bank.item_id}`);
    await bo.page.locator("html[data-ready]").waitFor();
    await bo.page.getByText("This question is admin’s").waitFor();
    await bo.page.getByRole("link", { name: "Rivers" }).waitFor();
    await shot(bo.page, "not-mine");

    await own.page.goto(`/bank/${bank.item_id}`);
    await own.page.locator("html[data-ready]").waitFor();
    await own.page.getByLabel("Points").fill("5");
    await own.page.getByRole("button", { name: "Save" }).click();
    await own.page.getByText("Version 2").waitFor();

    await bo.page.goto(`/exams/${examId}/edit`);
    await bo.page.locator("html[data-ready]").waitFor();
    await bo.page.getByText("newer in the bank").waitFor();
    assert.equal((await saved()).questions[0].points, 2);
    await bo.page.getByRole("button", { name: /^Edit question 1/ }).click();
    await shot(bo.page, "newer");
    await bo.page.getByRole("button", { name: "Take it" }).click();
    await untilSaved(async () => (await saved()).questions[0].points === 5);
    const [newer] = (await saved()).questions;
    assert.deepEqual([newer.points, newer.id, newer.bank.revision], [5, taken.id, 2]);
    assert.equal(await bo.page.getByText("A newer version is in the bank.").count(), 0);
    assert.deepEqual([...own.complaints, ...bo.complaints], []);
  },
);

productTest(
  "[BA8] [BA9] a question is written in the bank, an earlier version comes back, a conflict loses nothing, and it is deleted once asked",
  async (browser, server) => {
    const token = await server.signIn();
    const { page, complaints } = await openBank(browser, server, "/bank");
    await page.getByText("No question is kept here yet").waitFor();
    await page.getByRole("button", { name: "New question" }).click();
    await page.getByRole("link", { name: /^True or false/ }).click();
    await page.locator("html[data-ready]").waitFor();
    const text = page.getByLabel("Question", { exact: true });
    await page.getByRole("button", { name: "Put into the bank" }).click();
    await page.waitForFunction(() => document.activeElement?.id.endsWith("-text"));
    await text.fill("The Seine runs through Paris.");
    await page.getByLabel("Tags").fill("water");
    await page.getByRole("button", { name: "Put into the bank" }).click();
    await page.waitForURL(/\/bank\/(?!new)/);
    await page.getByText("Version 1").waitFor();
    await text.fill("The Thames runs through Paris.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Version 2").waitFor();
    await page.getByRole("button", { name: "Read version 1" }).click();
    const earlier = page.getByRole("dialog").getByLabel("Question", { exact: true });
    assert.equal(await earlier.inputValue(), "The Seine runs through Paris.");
    await shot(page, "earlier");
    await page.getByRole("button", { name: "Bring this one back" }).click();
    assert.equal(await text.inputValue(), "The Seine runs through Paris.");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Version 3").waitFor();

    const path = new URL(page.url()).pathname;
    const there = await server.call("GET", `/api${path}`, { token });
    const question = { ...there.question, points: 9 };
    await server.call("PUT", `/api${path}`, { token, body: { revision: 3, question, shared: false } });
    await text.fill("Mine");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody changed this question meanwhile").waitFor();
    assert.equal(await text.inputValue(), "Mine");
    await shot(page, "conflict");
    await page.getByRole("button", { name: "Save mine" }).click();
    await page.getByText("Version 5").waitFor();

    await page.getByRole("button", { name: "As a student" }).click();
    await page.getByRole("dialog").getByText("Mine").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Delete" }).click();
    await page.getByRole("dialog").getByText("Exams keep the copies that they have.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.waitForURL("**/bank");
    await page.getByText("No question is kept here yet").waitFor();
    assert.deepEqual(complaints, []);
  },
);

/** Puts many questions into the bank. */
async function fill(server: RunningServer, count: number): Promise<void> {
  const token = await server.signIn();
  for (let from = 0; from < count; from += 400) {
    const questions = Array.from({ length: Math.min(400, count - from) }, (_, index) => ({
      id: "q1",
      type: "single_choice",
      text: `Question number ${from + index + 1}: which of these organelles of a cell makes most of what it lives on?`,
      choices: [{ id: "a", text: "Mitochondrion" }, { id: "b", text: "Nucleus" }],
      correct: "a",
      tags: ["biology", `week ${1 + (from + index) % 12}`],
    }));
    await server.call("POST", "/api/bank", { token, body: { questions, shared: index(from) } });
  }
}

const index = (from: number) => from % 800 === 0;

productTest(
  "[BA10] [BA11] of 2,000 questions one is found while it is typed, at both widths, in German and right to left, accessibly",
  async (browser, server) => {
    for (const look of LOOKS) {
      const { page, context } = await openBank(browser, server, "/bank", { look });
      await shot(page, `empty-${look.width}`);
      await context.close();
    }
    await fill(server, 2_000);
    for (const look of LOOKS) {
      const { page, context, complaints } = await openBank(browser, server, "/bank", { look });
      await shot(page, `many-${look.width}`);
      await page.getByRole("button", { name: "Next" }).click();
      await page.getByText("51–100 of 2,000").waitFor();
      const began = performance.now();
      await page.getByLabel("Search").pressSequentially("number 1234");
      await page.waitForFunction(() => document.querySelectorAll("main li, #island li").length > 0);
      await page.getByText("1 question", { exact: true }).waitFor();
      assert.ok(performance.now() - began < 5_000);
      await shot(page, `found-${look.width}`);
      await lines(page).getByRole("link").click();
      await page.getByText("Version 1").waitFor();
      for (const direction of ["ltr", "rtl"]) {
        await page.evaluate((dir) => document.documentElement.dir = dir, direction);
        await shot(page, `item-${look.width}-${direction}`);
      }
      await page.goBack();
      await page.getByText("1 question", { exact: true }).waitFor();
      assert.equal(await page.getByLabel("Search").inputValue(), "number 1234");
      await page.evaluate(() => document.documentElement.dir = "rtl");
      await shot(page, `found-${look.width}-rtl`);
      assert.deepEqual(complaints, []);
      await context.close();
      const editor = await openEditor(browser, server, { code: `LOOK-${look.width}` }, look);
      await editor.page.getByRole("button", { name: "From the bank" }).click();
      await lines(editor.page).first().getByRole("checkbox").check();
      await shot(editor.page, `take-${look.width}`);
      await editor.page.getByRole("button", { name: "Take 1 question" }).click();
      await editor.page.getByRole("button", { name: /^Edit question 1/ }).click();
      await editor.page.getByRole("link", { name: "From the bank" }).waitFor();
      await shot(editor.page, `mark-${look.width}`);
      await editor.page.context().close();
    }
    for (const look of LOOKS) {
      const { page } = await openBank(browser, server, "/bank?tag=week+3", { look, locale: "de-DE" });
      await page.getByText("Fragenbestand").first().waitFor();
      await shot(page, `german-${look.width}`);
      await page.getByRole("listitem").getByRole("link").first().click();
      await page.getByText("Fassung 1").waitFor();
      await shot(page, `german-item-${look.width}`);
    }
  },
);
