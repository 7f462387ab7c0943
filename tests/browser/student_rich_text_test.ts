import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { keepPicture } from "../../server/exams/media/keep_picture.ts";
import { browserTest } from "../support/in_browser.ts";
import { bytesOf, DRAWING } from "../support/pictures.ts";
import { richExam } from "../support/rich_exam.ts";
import { eventually, joinExam, newStudentPage } from "../support/student_page.ts";

const PICTURES = Deno.env.get("PICTURES");

for (const width of [1_440, 390]) {
  browserTest(
    `[TX5] [TX14] a paper with table, formula, code and picture fits at ${width} px, and neither axe nor the page's policy objects`,
    async (browser, server) => {
      const draft = await server.publish({ ...richExam(), code: "DRAFT", state: "draft" });
      const { stores } = server.services;
      const mediaId = await keepPicture(stores, draft.examId, bytesOf(DRAWING), 1);
      const { examId } = await server.publish(richExam(`\n![A blue bar and a red line](media:${mediaId})\n`));
      assert.equal(await keepPicture(stores, examId, bytesOf(DRAWING), 1), mediaId);
      for (const colorScheme of ["light", "dark"] as const) {
        const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
        const { page, problems } = await newStudentPage(context);
        await joinExam(page, server.url, `Ada ${colorScheme}`, "RICH");
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
        const picture = page.getByRole("img", { name: "A blue bar and a red line" });
        await picture.evaluate((image: HTMLImageElement) => image.decode());
        assert.ok(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth > 0), "it is drawn");
        assert.deepEqual(await findViolations(page), []);
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/rich_${width}_${colorScheme}.png`, fullPage: true });
        await page.getByRole("button", { name: "Next question" }).click();
        assert.deepEqual(await findViolations(page), []);
        if (PICTURES) await page.screenshot({ path: `${PICTURES}/cloze_${width}_${colorScheme}.png`, fullPage: true });
        assert.deepEqual(problems, []);
        await context.close();
      }
    },
  );
}

browserTest(
  "[TX19] [TX20] [EX82] fields that are named by a formula alone have names, and lists show formulas in one line",
  async (browser, server) => {
    const [a, b] = [{ id: "a", text: "$x^2$" }, { id: "b", text: "$\\frac{1}{2}$" }];
    await server.publish({
      code: "SIGNS",
      title: "Signs",
      text_format: "markdown",
      duration_minutes: 60,
      questions: [
        { id: "q1", type: "single_choice", text: "Solve $x^2=4$ **now**.", choices: [a, b] },
        { id: "q2", type: "multiple_choice", text: "Which?", choices: [a, b] },
        { id: "q3", type: "matching", text: "Match.", left: [a, b], right: [b, a] },
        { id: "q4", type: "ordering", text: "Order.", choices: [a, b] },
        {
          id: "q5",
          type: "cloze",
          text: "Fill.",
          passage: "It is [[g]].",
          gaps: [{ id: "g", choices: [a, b] }],
        },
      ],
    });
    const { page, problems } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url, "Ada", "SIGNS");
    const next = () => page.getByRole("button", { name: "Next question" }).click();
    const isClean = async () => assert.deepEqual(await findViolations(page), []);
    await page.getByRole("radio", { name: "x squared", exact: true }).check();
    await isClean();
    await next();
    await page.getByRole("checkbox", { name: "1 over 2", exact: true }).check();
    await isClean();
    await next();
    await page.getByRole("combobox", { name: "x squared" }).selectOption({ label: "x²" });
    await isClean();
    await next();
    await page.getByRole("button", { name: "Move down: x²", exact: true }).waitFor();
    await isClean();
    await next();
    await page.getByRole("combobox").selectOption({ label: "1/2" });
    await isClean();
    await page.getByRole("button", { name: "Review and submit" }).first().click();
    await page.getByText("Solve x² = 4 now.").waitFor();
    await page.getByText("x²: x²").waitFor();
    await isClean();
    assert.deepEqual(problems, []);
  },
);

browserTest("[TX21] on paper code and tables are whole, because nothing scrolls there", async (browser, server) => {
  await server.publish(richExam());
  const { page } = await newStudentPage(await browser.newContext({ viewport: { width: 390, height: 844 } }));
  await joinExam(page, server.url, "Ada", "RICH");
  const hidden = () =>
    page.locator("#question-text pre, #question-text .rich-table").evaluateAll((boxes) =>
      boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map(({ nodeName }) => nodeName)
    );
  assert.notDeepEqual(await hidden(), []);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await hidden(), []);
});

browserTest(
  "[TX8] what is copied from a rendered text and pasted is of the exam, however it came",
  async (browser, server) => {
    await server.publish(richExam());
    const permissions = ["clipboard-read", "clipboard-write"];
    const context = await browser.newContext({ permissions });
    const { page, sent } = await newStudentPage(context);
    await joinExam(page, server.url, "Ada", "RICH");
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector("#question-text")!));
    await page.keyboard.press("Control+c");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /height of a tree/);
    await page.getByRole("button", { name: "Question 3" }).click();
    await page.getByLabel("Your answer").click();
    await page.keyboard.press("Control+v");
    await eventually(() => sent.of("paste_event").length === 1, "the paste of what was copied");
    await context.close();

    // By a clipboard manager, on a page that saw no copy: all of it, and a cell, an item and a formula alone.
    const other = await newStudentPage(await browser.newContext({ permissions }));
    await joinExam(other.page, server.url, "Eve", "RICH");
    await other.page.getByRole("button", { name: "Question 3" }).click();
    const texts = [
      copied,
      "unsorted, appended at its end",
      "Second, with code",
      "return -1 if node is None",
      "O(log⁡n)",
    ];
    for (const [index, text] of texts.entries()) {
      await other.page.evaluate((text) => navigator.clipboard.writeText(text), text);
      await other.page.getByLabel("Your answer").click();
      await other.page.keyboard.press("Control+v");
      await eventually(() => other.sent.of("paste_event").length > index, `the paste of ${text}`);
    }
    const origins = [sent, other.sent].map((each) => each.of("paste_event").map(({ origin }) => origin));
    assert.deepEqual(origins, [["exam"], texts.map(() => "exam")]);
  },
);

browserTest(
  "[TX9] a paper from right to left runs so, and code and formulas from left to right",
  async (browser, server) => {
    const text =
      "## عنوان\n\nما هو **مجموع** $\\sum_{k=1}^n k$ هنا؟\n\n- أول\n- ثان\n\n| أ | ب |\n|---|---|\n| واحد | اثنان |\n\n~~~\nx = 1  # y\n~~~\n\nEnglish stands here, too.";
    const choices = [{ id: "a", text: "**نعم**" }, { id: "b", text: "$x^2$ أو لا" }];
    await server.publish({
      ...richExam(),
      language: "ar",
      title: "اختبار",
      questions: [{ id: "q1", type: "single_choice", text, choices }],
    });
    const { page, problems } = await newStudentPage(
      await browser.newContext({ viewport: { width: 390, height: 844 } }),
    );
    await joinExam(page, server.url, "Ada", "RICH");
    const directionOf = async (selector: string) =>
      await page.locator(selector).first().evaluate((element) => getComputedStyle(element).direction);
    for (
      const [selector, direction] of [
        ["#question-text h2", "rtl"],
        ["#question-text p", "rtl"],
        ["#question-text ul", "rtl"],
        ["#question-text li", "rtl"],
        ["#question-text table", "rtl"],
        ["#question-text pre", "ltr"],
        ["#question-text math", "ltr"],
        ["#question-text p:last-child", "ltr"],
        ["label:last-of-type span", "rtl"],
      ]
    ) assert.equal(await directionOf(selector), direction, selector);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it fits");
    assert.deepEqual(await findViolations(page), []);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/rtl_390.png`, fullPage: true });
    assert.deepEqual(problems, []);
  },
);
