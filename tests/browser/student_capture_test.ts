import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

browserTest(
  "[CA01] keys are captured by their kind with dwell and flight, and never by their identity",
  async (browser, server) => {
    const { page, sent } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").click();
    const keyboard = page.keyboard;
    // Rollover: the second key goes down before the first one is up.
    await keyboard.down("h");
    await page.waitForTimeout(60);
    await keyboard.down("i");
    await page.waitForTimeout(40);
    await keyboard.up("h");
    await page.waitForTimeout(40);
    await keyboard.up("i");
    for (const key of ["7", "Space", ",", "Enter", "Backspace", "ArrowLeft", "End"]) {
      await keyboard.press(key, {
        delay: 30,
      });
    }
    await keyboard.press("Shift+Q", { delay: 30 });
    await keyboard.press("Control+a", { delay: 30 });
    await keyboard.press("F2", { delay: 30 });
    await eventually(() => sent.of("keystroke_data").length >= 14, "every key is captured");
    const keys = sent.of("keystroke_data");
    assert.deepEqual(
      keys.map(({ key }) => key),
      [
        ...["letter", "letter", "digit", "space", "punctuation", "enter", "backspace", "arrow", "navigation"],
        ...["modifier", "letter", "modifier", "shortcut", "function"],
      ].slice(0, keys.length),
    );
    const [h, i, seven] = keys;
    assert.ok(h.dwell !== null && h.dwell >= 80 && h.dwell < 2_000, `dwell ${h.dwell}`);
    assert.equal(h.flight, null);
    assert.ok(i.flight !== null && i.flight < 0, "overlapping keys have a negative flight");
    assert.ok(seven.flight !== null && seven.flight >= 0);
    const text = JSON.stringify(keys);
    assert.ok(!/"(h|i|Q|KeyH|7|F2)"/.test(text), text);
  },
);

browserTest(
  "[CA02] a held key repeats, and a key whose release another window took comes without a dwell",
  async (browser, server) => {
    const { page, sent } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url);
    await page.getByLabel("Your answer").click();
    await page.keyboard.down("x");
    await page.keyboard.down("x");
    await page.keyboard.down("x");
    await page.keyboard.up("x");
    await page.keyboard.down("y");
    await page.evaluate(() => globalThis.dispatchEvent(new Event("blur")));
    await eventually(() => sent.of("keystroke_data").length === 4, "four strokes");
    const keys = sent.of("keystroke_data");
    assert.deepEqual(keys.map(({ repeat }) => repeat ?? false), [false, true, true, false]);
    assert.deepEqual(keys.map(({ dwell }) => dwell === null), [false, true, true, true]);
  },
);

browserTest(
  "[CA03] answers are captured letter by letter as the smallest change, with how it came in",
  async (browser, server) => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const { page, sent } = await newStudentPage(context);
    await joinExam(page, server.url);
    const field = page.getByLabel("Your answer");
    await field.pressSequentially("aab", { delay: 5 });
    await page.keyboard.press("Home");
    await page.keyboard.type("a");
    await page.keyboard.press("Control+z");
    await eventually(() => sent.of("answer_edit").length >= 5, "five edits");
    const edits = sent.of("answer_edit");
    assert.deepEqual(edits.slice(0, 4).map(({ at, removed, inserted, input }) => [at, removed, inserted, input]), [
      [0, 0, "a", "typing"],
      [1, 0, "a", "typing"],
      [2, 0, "b", "typing"],
      [0, 0, "a", "typing"],
    ]);
    assert.equal(edits[4].input, "history");
    await untilSaved(page);
    assert.deepEqual((await attemptOf(server.url, await tokenOf(page))).answers, { q1: await field.inputValue() });
  },
);

browserTest("[CA04] a paste is of the exam or from outside, and a long one arrives whole", async (browser, server) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page, sent } = await newStudentPage(context);
  await joinExam(page, server.url);
  const field = page.getByLabel("Your answer");
  const write = (text: string) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field.pressSequentially("own words ");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("End");
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 1, "the own text");
  await write("A town lowers the speed limit on its main road");
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 2, "the paper's text");
  await write("From somewhere else entirely. ".repeat(700));
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 3, "the text from outside");
  assert.deepEqual(sent.of("paste_event").map(({ origin, length }) => [origin, length]), [
    ["exam", 10],
    ["exam", 46],
    ["outside", 21_000],
  ]);
  assert.deepEqual(sent.of("copy_event").map(({ length }) => length), [10]);
  const long = sent.of("answer_edit").filter(({ inserted }) => inserted.length > 1_000);
  assert.deepEqual(long.map(({ inserted }) => inserted.length), [8_000, 8_000, 5_000]);
  assert.equal(new Set(long.map(({ t }) => t)).size, 1, "pieces of one paste carry one time");
  await untilSaved(page);
  assert.equal((await attemptOf(server.url, await tokenOf(page))).answers.q1, await field.inputValue());
  // What was copied before is known after a reload as well.
  await page.reload();
  await write("own words");
  await field.click();
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 4, "the paste after the reload");
  assert.equal(sent.of("paste_event")[3].origin, "exam");
});

browserTest("[CA08] own text that comes back without a copy is the student's own", async (browser, server) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const { page, sent } = await newStudentPage(context);
  await joinExam(page, server.url);
  const field = page.getByLabel("Your answer");
  const write = (text: string) => page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await field.pressSequentially("a sentence of my own, and a second one");
  // As a clipboard manager or a middle click would: no copy event tells of it.
  await write("a sentence of my own");
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 1, "what stands in the answer");
  for (let word = 0; word < 20; word++) await page.keyboard.press("Control+Backspace");
  assert.equal(await field.inputValue(), "");
  await write("and a second onea sentence");
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 2, "what was taken out word by word");
  await write("a sentence of somebody else");
  await page.keyboard.press("Control+v");
  await eventually(() => sent.of("paste_event").length === 3, "what was never here");
  assert.deepEqual(sent.of("paste_event").map(({ origin }) => origin), ["exam", "exam", "outside"]);
});

browserTest("[CA05] pointer, window, tab, idle time and questions are captured", async (browser, server) => {
  const context = await browser.newContext({ viewport: { width: 1_000, height: 800 } });
  const { page, sent } = await newStudentPage(context);
  await joinExam(page, server.url);
  await page.mouse.move(100, 80);
  for (let x = 100; x <= 900; x += 20) {
    await page.mouse.move(x, 400);
    await page.waitForTimeout(8);
  }
  await page.mouse.wheel(0, 200);
  await page.getByRole("button", { name: "Next question" }).click();
  await page.setViewportSize({ width: 700, height: 600 });
  await page.evaluate(() => globalThis.dispatchEvent(new Event("offline")));
  await eventually(() => sent.of("connection_change").length > 0 && sent.of("window_resize").length > 0, "the events");
  const moves = sent.of("mouse_data").filter(({ kind }) => kind === "move");
  const points = moves.flatMap((move) => move.points);
  assert.ok(points.length > 5, `${points.length} points`);
  assert.ok(points.every(([dt, x, y]) => dt >= 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1));
  const kinds = new Set(sent.of("mouse_data").map(({ kind }) => kind));
  assert.deepEqual([...kinds].sort(), ["down", "move", "up", "wheel"]);
  assert.deepEqual(sent.of("question_view").map(({ question }) => question), ["q1", "q2"]);
  const { width, height } = sent.of("window_resize").at(-1)!;
  assert.deepEqual([width, height], [700, 600]);
  await page.waitForTimeout(5_500);
  await page.mouse.move(10, 10);
  await eventually(() => sent.of("idle").length > 0, "the idle time");
  assert.ok(sent.of("idle")[0].duration >= 5_000);
  const all = sent.all();
  assert.ok(all.every((event) => Number.isInteger(event.t)));
});

browserTest(
  "[CA06] a tab that is left and come back to is captured, and goes on sending while it is hidden",
  async (browser, server) => {
    const context = await browser.newContext();
    const { page, sent } = await newStudentPage(context);
    await joinExam(page, server.url);
    const hide = (isHidden: boolean) =>
      page.evaluate((isHidden) => {
        Object.defineProperty(document, "visibilityState", {
          value: isHidden ? "hidden" : "visible",
          configurable: true,
        });
        Object.defineProperty(document, "hasFocus", { value: () => !isHidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        globalThis.dispatchEvent(new Event(isHidden ? "blur" : "focus"));
      }, isHidden);
    await hide(true);
    await page.waitForTimeout(2_500);
    await hide(false);
    await eventually(() => sent.of("tab_switch").length >= 3 && sent.of("focus_change").length >= 3, "there and back");
    assert.deepEqual(sent.of("tab_switch").map(({ visible }) => visible), [true, false, true]);
    assert.deepEqual(sent.of("focus_change").slice(-2).map(({ focused }) => focused), [false, true]);
    const [, left, back] = sent.of("tab_switch");
    assert.ok(back.t - left.t >= 2_400 && back.t - left.t < 6_000);
  },
);

browserTest("[CA07] a wall clock that is wrong and jumps changes no time of an event", async (browser, server) => {
  const context = await browser.newContext();
  const { page, sent } = await newStudentPage(context);
  await page.addInitScript(() => {
    const real = Date.now.bind(Date);
    let calls = 0;
    Date.now = () => real() + (calls++ % 2 === 0 ? 1 : -1) * 20 * 60_000;
  });
  await joinExam(page, server.url);
  await page.getByLabel("Your answer").pressSequentially("steady", { delay: 50 });
  await untilSaved(page);
  const times = sent.of("answer_edit").map(({ t }) => t);
  assert.equal(times.length, 6);
  assert.ok(times.every((t, index) => t < 30_000 && (index === 0 || t >= times[index - 1])), times.join(" "));
  await page.getByRole("timer").getByText(/^(60 min|1 h) left$/).waitFor();
});
