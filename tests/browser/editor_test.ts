import assert from "node:assert/strict";
import { addQuestion, openEditor, untilStatus } from "../support/author_page.ts";
import { findViolations } from "../support/axe.ts";
import { productTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { eventually, joinExam } from "../support/student_page.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

productTest(
  "[WR1] [WR2] [WR41] [WR11] [WR18] [WR95] [WR96] from nothing to a student in the exam: a title, a question of each type, publish, join",
  async (browser, server) => {
    const { page, complaints } = await watchedPage(browser, server.origin);
    page.setDefaultTimeout(10_000);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "New exam" }).click();
    await page.getByLabel("What is it called?").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("Give the exam a title").waitFor();
    await page.keyboard.type("Biology, midterm");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/edit");
    await page.locator("html[data-ready]").waitFor();

    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("button", { name: "Add at least one question" }).click();

    await addQuestion(page, "Single choice");
    await page.keyboard.type("What makes most of a cell's ATP?");
    await page.getByLabel("Answer A", { exact: true }).fill("The nucleus");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The mitochondrion");
    assert.equal(await page.getByLabel("Answer C", { exact: true }).count(), 0, "Enter goes to what is still empty");
    await page.keyboard.press("Enter");
    await page.keyboard.type("The membrane");
    await page.getByLabel("Answer B is right").check();

    await addQuestion(page, "Multiple choice");
    await page.keyboard.type("Which have a nucleus?");
    await page.getByLabel("Answer A", { exact: true }).fill("Yeast");
    await page.getByLabel("Answer B", { exact: true }).fill("Mosses");
    await page.getByLabel("Answer A is right").check();
    await page.getByLabel("Answer B is right").check();

    await addQuestion(page, "True or false");
    await page.keyboard.type("All cells have walls.");
    await page.getByLabel("False").check();

    await addQuestion(page, "Short text");
    await page.keyboard.type("What carries oxygen in the blood?");
    await page.getByLabel("Accepted answers").fill("haemoglobin\nhemoglobin");

    await addQuestion(page, "Essay");
    await page.keyboard.type("How did eukaryotes begin?");
    await page.getByLabel("Words, at least").fill("50");
    await page.getByLabel("Guidance for marking").fill("Symbiosis");

    await addQuestion(page, "Number");
    await page.keyboard.type("How many chromosomes has a human cell?");
    await page.getByLabel("Right answer").fill("46");
    await page.getByLabel("Tolerance").fill("0,5");

    await addQuestion(page, "Matching");
    await page.keyboard.type("What belongs to what?");
    await page.getByLabel("Left side of pair 1").fill("Mitochondrion");
    await page.getByLabel("Right side of pair 1").fill("ATP");
    await page.getByLabel("Left side of pair 2").fill("Ribosome");
    await page.getByLabel("Right side of pair 2").fill("Proteins");
    await page.getByRole("button", { name: "Add a wrong option" }).click();
    await page.getByLabel("Wrong option 1", { exact: true }).fill("Rest");

    await addQuestion(page, "Ordering");
    await page.keyboard.type("From small to large");
    for (const [place, text] of ["Atom", "Cell", "Organ"].entries()) {
      await page.getByLabel(`Place ${place + 1}`, { exact: true }).fill(text);
    }

    await addQuestion(page, "Fill the gaps");
    const passage = page.getByLabel("Text with gaps");
    await passage.fill("DNA lies in the nucleus.");
    await passage.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(16, 23));
    await page.getByRole("button", { name: "Make a gap of the selection" }).click();
    assert.equal(await passage.inputValue(), "DNA lies in the [[1]].");
    assert.equal(await page.getByLabel("Accepted answers of gap 1").inputValue(), "nucleus");
    await untilStatus(page, /^Saved$/);

    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByText("1 question is marked by hand.").waitFor();
    await page.getByRole("dialog").getByText("Lock until a proctor releases it").waitFor();
    await page.getByRole("button", { name: "Publish now" }).click();
    const guide = page.getByRole("dialog").getByRole("link", { name: "set the server up for real" });
    assert.match(await guide.getAttribute("href") ?? "", /^\/docs\/guides\/run_a_server/);
    const address = await page.getByLabel("Join address").inputValue();
    assert.match(address, /\/join\/BIOLOGY-\d{4}$/);
    await page.getByRole("button", { name: "Stay here" }).click();
    await untilStatus(page, "All changes are published");
    await page.goto("/exams");
    const row = page.getByRole("listitem").filter({ hasText: "Biology, midterm" });
    await row.getByText("Open", { exact: true }).waitFor();
    await row.getByRole("link", { name: "Edit Biology, midterm" }).waitFor();
    await row.getByRole("button", { name: "More about Biology, midterm" }).click();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/edit");
    await page.locator("html[data-ready]").waitFor();
    await page.getByRole("button", { name: "What can be done with this exam" }).click();
    await page.getByRole("button", { name: "Archive" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
    await page.waitForURL("**/exams");
    await page.locator("html[data-ready]").waitFor();
    assert.equal(await row.count(), 1, "the copy is in the archive");
    await page.getByLabel("Show archived").check();
    await page.getByText("Archived", { exact: true }).waitFor();
    assert.equal(await row.count(), 2);
    assert.deepEqual(complaints, []);

    const student = await watchedPage(browser, server.origin);
    await joinExam(student.page, server.origin, "Ada Lovelace", new URL(address).pathname.split("/").at(-1));
    await student.page.getByText("What makes most of a cell's ATP?").waitFor();
    assert.doesNotMatch(await student.page.content(), /Symbiosis|haemoglobin/);
  },
);

productTest(
  "[WR4] [WR9] what is not complete is said at its field and stays over a reload, the rest is saved",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, {
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    await page.getByLabel("Title").fill("Biology 2");
    await page.getByRole("button", { name: /Edit question 1/ }).click();
    await page.getByLabel("Question", { exact: true }).fill("");
    await page.getByText("Write something here").waitFor();
    await untilStatus(page, "Not saved yet: question 1 – its text is missing");
    await eventually(async () => (await saved()).title === "Biology 2", "the valid rest is saved");
    assert.equal((await saved()).questions[0].text, "Why?");
    await page.getByLabel("Code").fill("DEMO");
    await untilStatus(page, "The code DEMO is taken by another exam.");
    await page.reload();
    await page.locator("html[data-ready]").waitFor();
    await page.getByText("What was not saved here the last time is back.").waitFor();
    await page.getByLabel("Code").fill("BIO-7");
    await page.getByRole("button", { name: "Show" }).click();
    await page.waitForFunction(() => document.activeElement?.id === "at-q1-text");
    assert.equal(await page.getByLabel("Question", { exact: true }).inputValue(), "");
    await page.keyboard.type("How?");
    await untilStatus(page, /^Saved$/);
    const { code, questions } = await saved();
    assert.deepEqual([code, questions[0].text], ["BIO-7", "How?"]);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR7] [WR8] questions are ordered by buttons and by dragging, deleted and brought back, and all of it is said",
  async (browser, server) => {
    const texts = ["One", "Two", "Three"];
    const { page, complaints } = await openEditor(browser, server, {
      questions: texts.map((text, index) => ({ id: `q${index + 1}`, type: "essay", text })),
    });
    const order = () =>
      page.locator("[data-question]").evaluateAll((rows) =>
        rows.map((row) => row.getAttribute("data-question")).join()
      );
    const said = (text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
    await page.getByRole("button", { name: "Move question 1 down" }).focus();
    await page.keyboard.press("Enter");
    await said("Question 1 is now question 2 of 3.");
    assert.equal(await order(), "q2,q1,q3");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "at-q1-down", "the focus goes along");
    await page.keyboard.press("Enter");
    assert.equal(await order(), "q2,q3,q1");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(await order(), "q1,q2,q3");
    await page.keyboard.press("Control+Shift+z");
    assert.equal(await order(), "q2,q1,q3");

    const grip = page.locator('[data-question="q2"] [title^="Drag"]');
    const from = await grip.boundingBox();
    const to = await page.locator('[data-question="q3"]').boundingBox();
    if (from === null || to === null) throw new Error("Cannot drag what is not there");
    await page.mouse.move(from.x + 8, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 8, to.y + to.height - 4, { steps: 8 });
    await page.waitForTimeout(100);
    await page.mouse.up();
    await said("Question 1 is now question 3 of 3.");
    assert.equal(await order(), "q1,q3,q2");

    await page.getByRole("button", { name: /Edit question 2/ }).click();
    await page.getByRole("button", { name: "Delete question 2" }).click();
    await said("Question 2 is deleted. Undo brings it back.");
    assert.equal(await order(), "q1,q2");
    await page.getByRole("button", { name: "Undo" }).last().click();
    assert.equal(await order(), "q1,q3,q2");
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR5] [WR6] without a network writing goes on and is saved later; what two people write meets in a choice",
  async (browser, server) => {
    const { page, complaints, saved, examId } = await openEditor(browser, server);
    await page.context().setOffline(true);
    await page.getByLabel("Title").fill("Written offline");
    await untilStatus(page, "No connection: kept in this browser");
    await page.context().setOffline(false);
    await untilStatus(page, /^Saved$/);
    assert.equal((await saved()).title, "Written offline");

    const token = await server.signIn();
    const { revision, document } = await server.call("GET", `/api/exams/${examId}`, { token });
    await server.call("PUT", `/api/exams/${examId}`, {
      token,
      body: { revision, document: { ...document, title: "Theirs" } },
    });
    await page.getByLabel("Title").fill("Mine");
    await page.getByText("Somebody else has changed this exam").waitFor();
    await page.getByRole("button", { name: "Take theirs" }).click();
    await untilStatus(page, /^Saved$/);
    assert.equal(await page.getByLabel("Title").inputValue(), "Theirs");
    await page.getByRole("button", { name: "Undo" }).click();
    await untilStatus(page, /^Saved$/);
    await eventually(async () => (await saved()).title === "Mine", "undo brings mine back");
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR10] the preview is what a student would see, live, and no key is in it",
  async (browser, server) => {
    const { page, complaints } = await openEditor(browser, server, {
      questions: [
        {
          id: "q1",
          type: "single_choice",
          text: "Which?",
          choices: [{ id: "a", text: "Yes" }, { id: "b", text: "No" }],
          correct: "b",
        },
        { id: "q2", type: "short_text", text: "Who?", correct: ["Darwin"] },
      ],
    });
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("complementary", { name: "As a student" });
    await preview.getByRole("radio", { name: "No" }).check();
    await page.getByRole("button", { name: /Edit question 2/ }).click();
    await page.keyboard.press("End");
    await page.keyboard.type(" And when?");
    await preview.getByText("Who? And when?").waitFor();
    await preview.getByLabel("Your answer").fill("Linné");
    assert.doesNotMatch(await preview.innerHTML(), /Darwin/);
    await preview.getByRole("button", { name: "Previous" }).click();
    await preview.getByText("Which?").waitFor();
    assert.equal(
      await preview.getByRole("radio", { name: "No" }).isChecked(),
      true,
      "answers stay as long as it is open",
    );
    assert.doesNotMatch(await preview.innerHTML(), /correct|checked=""/);
    assert.deepEqual(await findViolations(page), []);
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR12] changes of a published exam go out when they are applied, and whom they meet is said before",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, {
      state: "published",
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    await server.call("POST", "/start_exam", { body: { code: "BIO-101", student: { name: "Ada" } } });
    await page.getByRole("button", { name: /Edit question 1/ }).click();
    await page.getByLabel("Question", { exact: true }).fill("Why not?");
    await untilStatus(page, "1 change is not published yet");
    await page.waitForTimeout(1_500);
    assert.equal((await saved()).questions[0].text, "Why?");
    await page.reload();
    await page.locator("html[data-ready]").waitFor();
    await untilStatus(page, "1 change is not published yet");
    await page.getByRole("button", { name: "Apply changes" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 student is writing: they keep their paper. 1 attempt so far.").waitFor();
    await dialog.getByText("For those who have begun, this stays as it was: question 1").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await dialog.getByRole("button", { name: "Apply changes" }).click();
    await untilStatus(page, "All changes are published");
    assert.equal((await saved()).questions[0].text, "Why not?");
    assert.deepEqual(complaints, []);
  },
);

productTest(
  "[WR20] questions of a file come in behind those that are there, are saved, and undo takes them back",
  async (browser, server) => {
    const { page, complaints, saved } = await openEditor(browser, server, {
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
    });
    await page.getByRole("button", { name: "Import questions" }).click();
    await page.getByLabel("Or paste a text").fill(
      "::One:: Is water wet? {T}\n\n::Two:: How many legs has a spider? {#8}\n",
    );
    await page.getByRole("button", { name: "Read the text" }).click();
    await page.getByRole("button", { name: "Take 2 questions" }).click();
    await page.locator("[data-question]").nth(2).waitFor();
    await untilStatus(page, /^Saved$/);
    await eventually(async () => (await saved()).questions.length === 3, "they are saved");
    await page.getByRole("button", { name: "Undo" }).click();
    await eventually(async () => (await saved()).questions.length === 1, "undo takes them back");
    assert.deepEqual(complaints, []);
  },
);
