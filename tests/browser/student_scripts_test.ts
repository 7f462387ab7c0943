import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

const SIGNALS = [
  "keyboard",
  "pointer",
  "focus",
  "visibility",
  "clipboard",
  "resize",
  "fullscreen",
  "display",
  "online",
  "idle",
];

browserTest(
  "[CA91] each page's life begins with the signals in place and whether a program drives the browser",
  async (browser, server) => {
    const { page, sent } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await eventually(() => sent.all().length > 0, "something is captured");
    const first = sent.all()[0];
    assert.ok(first.type === "capture_start", JSON.stringify(first));
    assert.deepEqual([first.by, first.driven], ["page", true], "a driver sits at this test's wheel");
    assert.deepEqual(first.signals.toSorted(), SIGNALS.toSorted());
    // Into the browser's memory and back: the same page's life.
    await page.evaluate(() => {
      globalThis.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
      globalThis.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await page.getByLabel("Your answer").pressSequentially("a");
    await untilSaved(page);
    assert.equal(sent.of("capture_start").length, 1);
    await page.reload();
    await page.getByRole("heading", { name: "Question 1" }).waitFor();
    await eventually(() => sent.of("capture_start").length === 2, "a reload begins another one");
  },
);

browserTest("[CA91] a signal that could not begin is not among those in place", async (browser, server) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type: string, ...rest: unknown[]) {
      if (type === "pointermove" && new Error().stack?.includes("/exam")) throw new Error("Taken away");
      return Reflect.apply(add, this, [type, ...rest]);
    };
    Reflect.deleteProperty(Document.prototype, "fullscreenElement");
  });
  const { page, sent } = await newStudentPage(context);
  await joinExam(page, server.url);
  await eventually(() => sent.of("capture_start").length > 0, "capture begins all the same");
  const [{ signals }] = sent.of("capture_start");
  assert.deepEqual(signals.filter((name) => name === "pointer" || name === "fullscreen" || name === "idle"), []);
  assert.ok(signals.includes("keyboard"));
});

browserTest(
  "[CA92] what scripts press, write and choose says so; what a person does, does not",
  async (browser, server) => {
    const { page, sent } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    const field = page.getByLabel("Your answer");
    await field.pressSequentially("By hand.");
    await field.evaluate((element) => {
      if (!(element instanceof HTMLTextAreaElement)) throw new TypeError("Cannot fill: this is no text area");
      const at = { bubbles: true, clientX: 50, clientY: 50 };
      element.dispatchEvent(new PointerEvent("pointermove", at));
      element.dispatchEvent(new PointerEvent("pointerdown", { ...at, pointerType: "mouse" }));
      element.dispatchEvent(new KeyboardEvent("keydown", { key: "x", code: "KeyX", bubbles: true }));
      element.dispatchEvent(new KeyboardEvent("keyup", { key: "x", code: "KeyX", bubbles: true }));
      element.value += "x";
      element.dispatchEvent(new InputEvent("input", { inputType: "insertText", data: "x", bubbles: true }));
    });
    await untilSaved(page);
    const marks = (events: { scripted?: boolean }[]) => events.map(({ scripted }) => scripted ?? false);
    await eventually(() => marks(sent.of("keystroke_data")).includes(true), "the script's key is captured");
    assert.deepEqual(marks(sent.of("keystroke_data")), [...Array(8).fill(false), true]);
    assert.deepEqual(marks(sent.of("answer_edit")), [...Array(8).fill(false), true]);
    assert.ok(sent.of("mouse_data").some(({ kind, scripted }) => kind === "down" && scripted));
    assert.ok(sent.of("mouse_data").some(({ kind, scripted }) => kind === "move" && scripted));

    await page.getByRole("button", { name: "Next question" }).click();
    await page.getByRole("radio").first().waitFor();
    await page.getByRole("radio").nth(1).check();
    await page.keyboard.press("ArrowUp");
    await page.getByRole("button", { name: /Clear/ }).click();
    await eventually(() => sent.of("answer_select").length === 3, "three choices by hand");
    assert.deepEqual(marks(sent.of("answer_select")), [false, false, false]);
    await page.getByRole("radio").nth(0).evaluate((radio) => {
      if (radio instanceof HTMLElement) radio.click();
    });
    await page.locator("label").nth(1).evaluate((label) => {
      if (label instanceof HTMLElement) label.click();
    });
    await eventually(() => sent.of("answer_select").length === 5, "two choices by script");
    assert.deepEqual(marks(sent.of("answer_select").slice(3)), [true, true]);
    await page.getByRole("radio").nth(2).check();
    await eventually(() => sent.of("answer_select").length === 6, "and one by hand again");
    assert.deepEqual(marks(sent.of("answer_select").slice(5)), [false]);
    await untilSaved(page);
    assert.ok((await attemptOf(server.url, await tokenOf(page))).answers.q1 === "By hand.x");
  },
);

browserTest(
  "[CA93] a press says how far from the middle it was: of a mouse, and not of a finger",
  async (browser, server) => {
    const { page, sent } = await newStudentPage(await browser.newContext({ hasTouch: true }));
    await joinExam(page, server.url);
    const downs = () => sent.of("mouse_data").filter(({ kind }) => kind === "down");
    const flag = page.getByRole("button", { name: "Flag for later" });
    await flag.click();
    await eventually(() => downs().length === 1, "a press in the middle");
    const box = await page.getByRole("button", { name: /flag/i }).first().boundingBox();
    assert.ok(box !== null);
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    await eventually(() => downs().length === 2, "a press at the side");
    await page.getByLabel("Your answer").tap();
    await eventually(() => downs().length === 3, "a finger's press");
    const [middle, side, finger] = downs();
    assert.equal(middle.centre, 0);
    assert.ok(side.centre !== undefined && Math.abs(side.centre - 0.8) < 0.03, `${side.centre}`);
    assert.deepEqual([finger.pointer, finger.centre], ["touch", undefined]);
  },
);

browserTest(
  "[CA94] who does nothing, and who rests on the Shift key, is idle and not silent",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page, sent } = await newStudentPage(context);
    await page.clock.install();
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").click();
    await page.keyboard.down("Shift");
    for (let second = 0; second < 65; second++) {
      await page.keyboard.down("Shift");
      await page.clock.runFor(1_000);
    }
    await eventually(() => sent.of("idle").length >= 2, "idle pieces are told");
    const times = sent.of("idle").map(({ t, duration }) => t + duration);
    assert.ok(sent.of("idle").every(({ duration }) => duration <= 31_000), JSON.stringify(times));
  },
);
