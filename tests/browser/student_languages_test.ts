import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { ENGLISH, wordsOf } from "../../words/languages.ts";
import { piecesOf } from "../../words/speaker.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import type { LiveServer } from "../support/live_server.ts";
import { eventually, joinExam, newStudentPage, untilSaved } from "../support/student_page.ts";

/** Folder for pictures of every page, where somebody wants to look at them. */
const PICTURES = Deno.env.get("INVIGIL_PICTURES");

const german = wordsOf(["de"]).sentences;

async function publishGerman(server: LiveServer): Promise<void> {
  const prompt = { points: 2, text: "Was haben beide gemeinsam?\n\nDenken Sie an beide." };
  await server.publish({
    code: "DEUTSCH",
    title: "Verfassungsgeschichte der frühen Neuzeit, zweiter Teil",
    language: "de",
    instructions: "Lesen Sie zuerst alles.",
    duration_minutes: 150,
    questions: [
      {
        ...prompt,
        id: "q1",
        type: "single_choice",
        choices: [{ id: "a", text: "Das erste" }, { id: "b", text: "Das zweite" }],
      },
      { ...prompt, id: "q2", type: "true_false" },
      { ...prompt, id: "q3", type: "numeric", unit: "km/h" },
      { ...prompt, id: "q4", type: "short_text", max_characters: 20 },
      { ...prompt, id: "q5", type: "essay", words: { min: 3, max: 5 } },
    ],
  });
}

async function publishArabic(server: LiveServer): Promise<void> {
  await server.publish({
    code: "ARABIC",
    title: "مقدمة في علم النبات",
    language: "ar",
    instructions: "اقرأ كل الأسئلة أولاً.",
    duration_minutes: 90,
    questions: [
      {
        id: "q1",
        type: "single_choice",
        text: "أي غاز تمتصه النباتات أثناء التمثيل الضوئي؟",
        choices: [{ id: "a", text: "الأكسجين (O₂)" }, { id: "b", text: "ثاني أكسيد الكربون (CO₂)" }],
      },
      { id: "q2", type: "numeric", text: "كم عدد بتلات الزهرة؟", unit: "بتلة" },
      { id: "q3", type: "essay", text: "اشرح دور الضوء.\n\nاذكر مثالاً واحداً على الأقل." },
    ],
  });
}

/** Pieces of English sentences that are long enough to be known again, and that German does not share. */
function englishPieces(): string[] {
  const pieces = (node: unknown): string[] =>
    typeof node === "string"
      ? piecesOf(node).filter((piece) => typeof piece === "string")
      : Object.values(node ?? {}).flatMap(pieces);
  const known = pieces(german).join("\n");
  return pieces(ENGLISH.sentences).map((piece) => piece.trim())
    .filter((piece) => piece.length >= 4 && !known.includes(piece));
}

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
  assert.deepEqual(await findViolations(page), [], name);
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overhang <= 0, `${name} is ${overhang} px too wide`);
}

async function pageOf(browser: Browser, width: number, locale: string) {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale, reducedMotion: "reduce" });
  return await newStudentPage(context);
}

for (const width of [1_440, 390]) {
  browserTest(
    `[WO21] an exam in German is sat in German from the first page to the receipt, whatever the browser asks for, at ${width} px`,
    async (browser, server) => {
      await publishGerman(server);
      const { page, problems } = await pageOf(browser, width, "en-GB");
      const english = englishPieces();
      const lookGerman = async (name: string) => {
        await look(page, `de_${name}_${width}`);
        assert.equal(await page.evaluate(() => document.documentElement.lang), "de");
        const text = await page.evaluate(() => {
          // The reasons of a risk are the scorer's words.
          const reasons = document.querySelector<HTMLElement>("section:has(#risk-heading) > ul");
          return document.body.innerText.replace(reasons?.innerText ?? "", "");
        });
        assert.deepEqual(english.filter((piece) => text.includes(piece)), [], name);
      };
      const { exam, examScreens, joinForms } = german;
      await page.goto(`${server.url}/join/DEUTSCH`);
      await page.waitForSelector("html[data-ready]");
      await page.getByRole("button", { name: joinForms.consent.submit }).click();
      await lookGerman("join_exam");
      await page.getByRole("link", { name: joinForms.consent.decline }).click();
      await lookGerman("declined");
      await page.goBack();
      await page.waitForSelector("html[data-ready]");
      await page.getByLabel(joinForms.name.label).fill("Emmy Noether");
      await page.getByLabel(joinForms.consent.label).check();
      await page.getByRole("button", { name: joinForms.consent.submit }).click();
      await page.getByRole("heading", { name: "Frage 1" }).waitFor();
      await page.getByLabel("Das zweite").check();
      await page.getByRole("button", { name: exam.question.flag }).click();
      await page.getByText(german.examStatus.saving.saved, { exact: true }).first().waitFor({ timeout: 20_000 });
      await lookGerman("single_choice");
      const next = () => page.getByRole("button", { name: exam.question.next }).click();
      await next();
      await page.getByLabel(exam.answer.true, { exact: true }).check();
      await next();
      await page.getByLabel(exam.answer.label).fill("zwölf");
      await page.getByText(exam.answer.noNumber).waitFor();
      await lookGerman("numeric");
      await next();
      await page.getByLabel(exam.answer.label).fill("Neunzehn Zeichen 19");
      await page.getByText("Noch 1 Zeichen.").waitFor();
      await next();
      await page.getByLabel(exam.answer.label).fill("eins zwei drei vier fünf sechs");
      await page.getByText("6 Wörter: 1 mehr als die verlangten 5.").waitFor();
      await lookGerman("essay");
      await page.reload();
      await page.getByText("6 Wörter: 1 mehr als die verlangten 5.").waitFor();
      await page.getByRole("button", { name: exam.question.review }).first().click();
      await page.getByText("1 Frage ist für später vorgemerkt.").waitFor();
      await lookGerman("review");
      await page.getByRole("button", { name: exam.review.submit }).click();
      await page.getByRole("heading", { name: examScreens.over.submitted.title }).waitFor();
      await lookGerman("closing");
      await page.goto(`${server.url}/join?language=de`);
      await page.waitForSelector("html[data-ready]");
      await page.getByRole("button", { name: joinForms.code.submit }).click();
      await lookGerman("join");
      for (const [name, path] of [["home", "/"], ["privacy", "/privacy"], ["unknown", "/join/NOTHING"]]) {
        await page.goto(`${server.url}${path}?language=de`);
        await lookGerman(name);
      }
      assert.deepEqual(problems.filter((problem) => !/404/.test(problem)), []);
    },
  );

  browserTest(
    `[WO22] an exam in Arabic runs from right to left inside pages that speak English, at ${width} px`,
    async (browser, server) => {
      await publishArabic(server);
      const { page, problems } = await pageOf(browser, width, "en-GB");
      await page.goto(`${server.url}/join/ARABIC`);
      await look(page, `ar_join_exam_${width}`);
      await joinExam(page, server.url, "ليلى حسن", "ARABIC");
      assert.equal(
        await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`),
        "en ltr",
      );
      assert.deepEqual(await flow(page, "#question-text p"), { lang: "ar", direction: "rtl" });
      const choice = page.getByLabel("ثاني أكسيد الكربون");
      await choice.check();
      const [box, text] = [await choice.boundingBox(), await page.getByText("ثاني أكسيد الكربون").boundingBox()];
      assert.ok(box !== null && text !== null && box.x > text.x, "the button stands before the text, at its right");
      await untilSaved(page);
      await look(page, `ar_choice_${width}`);
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByLabel("Your answer").fill("5");
      await look(page, `ar_numeric_${width}`);
      await page.getByRole("button", { name: "Next question" }).click();
      const field = "#answer-q3";
      assert.deepEqual(await flow(page, field), { lang: "ar", direction: "rtl" }, "an empty field waits at the right");
      await page.fill(field, "الضوء ضروري للتمثيل الضوئي.");
      assert.deepEqual(await flow(page, field), { lang: "ar", direction: "rtl" });
      await look(page, `ar_essay_${width}`);
      await page.fill(field, "Light, in English.");
      assert.deepEqual(await flow(page, field), { lang: "ar", direction: "ltr" }, "text goes its own way");
      await page.getByRole("button", { name: "Review and submit" }).first().click();
      await look(page, `ar_review_${width}`);
      await page.getByRole("button", { name: "Submit exam" }).click();
      await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
      await look(page, `ar_closing_${width}`);
      assert.deepEqual(problems, []);
    },
  );

  browserTest(
    `[WO23] the students' pages are whole when they run from right to left, at ${width} px`,
    async (browser, server) => {
      await publishArabic(server);
      const { page, problems } = await pageOf(browser, width, "en-GB");
      // As if the pages themselves spoke a language that runs from right to left.
      await page.addInitScript(() => {
        const mirror = () => document.documentElement?.setAttribute("dir", "rtl");
        new MutationObserver(mirror).observe(document, { childList: true });
        document.addEventListener("DOMContentLoaded", mirror);
      });
      for (const [name, path] of [["home", "/"], ["join", "/join"], ["join_exam", "/join/ARABIC"]]) {
        await page.goto(server.url + path);
        await eventually(() => page.evaluate(() => document.documentElement.dir === "rtl"), "the page is mirrored");
        await look(page, `rtl_${name}_${width}`);
      }
      await joinExam(page, server.url, "ليلى حسن", "ARABIC");
      await page.getByRole("button", { name: "Flag for later" }).click();
      await untilSaved(page);
      await look(page, `rtl_choice_${width}`);
      await page.getByRole("button", { name: "Review and submit" }).first().click();
      await look(page, `rtl_review_${width}`);
      assert.deepEqual(problems, []);
    },
  );
}

async function flow(page: Page, selector: string): Promise<{ lang: string | null; direction: string }> {
  return await page.locator(selector).first().evaluate((element) => ({
    lang: element.getAttribute("lang"),
    direction: getComputedStyle(element).direction,
  }));
}
