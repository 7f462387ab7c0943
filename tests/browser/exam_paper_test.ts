import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import decodeQR from "qr/decode.js";
import { getDocumentProxy } from "unpdf";
import example from "../../docs/examples/question_types.json" with { type: "json" };
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { bytesOf, DRAWING } from "../support/pictures.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

/** Stands in keys, guidance and feedback, and nowhere in a text that students read. */
const KEY = "zyxkey";

/** Every type of question, in sections, with a key in each that has one. */
const EXAM = {
  ...example,
  code: "PAPER",
  title: "Geography and more",
  language: "en",
  text_format: "markdown",
  opens_at: "2030-01-14T08:00:00Z",
  closes_at: "2030-01-14T10:00:00Z",
  time_zone: "Europe/Berlin",
  instructions: "Write *clearly*. Nothing else than a pen is needed.",
  sections: [{ id: "s1", title: "The world", text: "Look at the map." }, { id: "s2", title: "Your own words" }],
  questions: [
    ...example.questions.map((question) => ({ ...question, section: "s1", feedback: KEY })),
    {
      id: "q7",
      section: "s2",
      type: "multiple_choice",
      text: "Which of these are rivers?",
      choices: [{ id: "a", text: "Seine" }, { id: "b", text: "Etna", feedback: KEY }, { id: "c", text: "Po" }],
      correct: ["a", "c"],
    },
    { id: "q8", section: "s2", type: "single_choice", text: "Pick one.", choices: pair(), correct: "b" },
    { id: "q9", section: "s2", type: "true_false", text: "Oslo is a capital.", correct: true },
    { id: "q10", section: "s2", type: "short_text", text: "Name a sea.", correct: [KEY], max_characters: 60 },
    { id: "q11", section: "s2", type: "essay", text: "Why?", guidance: KEY, words: { min: 100, max: 200 } },
  ],
};

function pair() {
  return [{ id: "a", text: "This one" }, { id: "b", text: "That one" }];
}

/** What a camera reads of the page's QR code. */
async function scanned(page: Page): Promise<string> {
  const path = await page.locator("article figure svg path").getAttribute("d") ?? "";
  const size = Number((await page.locator("article figure svg").getAttribute("viewBox") ?? "").split(" ")[2]);
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const from = row * width + Number(x) * scale;
      for (let at = from; at < from + Number(length) * scale; at++) data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return decodeQR({ width, height: width, data });
}

/** Pages of the page as it is printed. */
async function pages(page: Page, format: "A4" | "Letter"): Promise<{ count: number; texts: string[] }> {
  const bytes = await page.pdf({ format, preferCSSPageSize: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const texts = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(items.map((item) => "str" in item ? item.str : "").join(" "));
  }
  return { count: pdf.numPages, texts };
}

browserTest(
  "[DR50] an exam on paper: a notice whose QR code opens the join page, and every type of question with room and no key",
  async (browser, server) => {
    const { examId } = await server.publish(EXAM);
    const { page, complaints, context } = await watchedPage(browser, server.url);
    page.setDefaultTimeout(10_000);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/people`);
    await page.getByRole("link", { name: "On paper" }).click();
    await page.getByRole("heading", { name: "On paper", level: 1 }).waitFor();
    assert.equal(await scanned(page), `${server.url}/join/PAPER`);
    await page.getByText(/^Opens Monday,? 14 January at 09:00 (CET|GMT\+1)$/).waitFor();
    await page.getByText(`${server.url}/join/PAPER`, { exact: true }).waitFor();
    assert.equal(await page.getByRole("article", { name: "Geography and more" }).getByRole("listitem").count(), 4);

    const sheet = page.getByRole("article", { name: "Questions on paper" });
    assert.equal(await sheet.getByRole("heading", { name: /^Question \d+$/ }).count(), EXAM.questions.length);
    await sheet.getByText("11 questions, 31 points in all").waitFor();
    const html = await page.content();
    assert.ok(!html.includes(KEY), "what only its author knows is not in the page");
    assert.doesNotMatch(html, /"?correct"?\s*[:=]|checked/);
    const order = await sheet.getByRole("listitem").filter({ hasText: /engine|press|telephone/ }).allInnerTexts();
    assert.deepEqual(
      order,
      ["The telephone", "The printing press", "The steam engine"],
      "by id, as on the exam's page",
    );

    await lookAt(page, "paper");
    assert.deepEqual(await findViolations(page), []);
    for (const format of ["A4", "Letter"] as const) {
      const { count, texts } = await pages(page, format);
      assert.ok(count >= 4 && count <= 8, `${count} pages of ${format}`);
      assert.match(texts[0], /PAPER/, "the notice comes first");
      assert.doesNotMatch(texts[0], /Question 1/, "and has a page of its own");
      assert.match(texts[1], /Question 1/);
      assert.match(texts[count - 1], new RegExp(`${count} / ${count}`), "pages are numbered");
      assert.ok(texts.every((text) => !text.includes("Slips with personal links")), "what is for staff is not printed");
    }
    await page.getByRole("link", { name: "Notice", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("part") === "notice");
    assert.equal((await pages(page, "A4")).count, 1, "the notice is one page");
    assert.equal((await pages(page, "Letter")).count, 1);
    await page.getByRole("link", { name: "Slips with personal links" }).click();
    await page.getByText("No links to print").waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
  },
);

browserTest(
  "[DR50] [DR51] in German, with a picture, dark and at 390 px; a draft without questions says so and leads to where they are written",
  async (browser, server) => {
    const admin = await server.signIn();
    const { stores } = server.services;
    const made = await server.call("POST", "/api/exams", admin, {
      code: "EMPTY",
      title: "Nothing yet",
      duration_minutes: 30,
      questions: [],
      state: "draft",
    });
    const { exam_id: draft } = made.body as { exam_id: string };
    const mediaId = await keepPicture(stores, draft, bytesOf(DRAWING), 1);
    const { examId } = await server.publish({
      ...EXAM,
      instructions: `![A blue bar and a red line](media:${mediaId})`,
      code: "PAPIER-UND-STIFT",
      title: "Geographie und Geschichte der Erdteile, mit Übungen zum Kartenlesen, zweiter Teil der Abschlussprüfung",
      language: "de",
      join: "roster",
      roster: [{ name: "Zoë" }],
      pools: [{ id: "p", take: 1 }],
      questions: EXAM.questions.map((question) => ({ ...question, ...(question.type === "essay" && { pool: "p" }) })),
      policy: { admission: "proctor" },
    });
    await keepPicture(stores, examId, bytesOf(DRAWING), 1);
    const { page, complaints, context } = await watchedPage(browser, server.url, LOOKS[1]);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/paper`);
    await page.getByText("Öffnet Montag, 14. Januar um 09:00 MEZ").waitFor();
    await page.getByText("Halten Sie den Zettel mit Ihrem persönlichen Link bereit").waitFor();
    await page.getByText("Die Aufsicht lässt Sie ein; von da an läuft Ihre Zeit.").waitFor();
    const picture = page.getByRole("img", { name: "A blue bar and a red line" });
    assert.ok(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0));
    await page.getByText("cross out what is not to be answered").waitFor();
    await lookAt(page, "paper_390");
    await page.getByRole("link", { name: "Notice", exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get("part") === "notice");
    assert.equal((await pages(page, "A4")).count, 1, "a longer notice in German, of a longer title, is one page");
    assert.equal((await pages(page, "Letter")).count, 1);
    assert.deepEqual(await findViolations(page), []);

    await page.goto(`/exams/${draft}/paper`);
    await page.getByText("This exam is a draft: its address and code open nothing until it is published.").waitFor();
    await page.getByText("No questions yet").waitFor();
    await lookAt(page, "paper_empty");
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("link", { name: "Write questions" }).click();
    await page.waitForURL((url) => url.pathname === `/exams/${draft}/edit`);
    await page.goto("/exams/none-such/paper");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await lookAt(page, "paper_missing");
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
