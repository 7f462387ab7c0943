import assert from "node:assert/strict";
import { createRandom } from "../../scoring/models/random.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD, type LiveServer } from "../support/live_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

const IDS = ["a", "b", "c", "d"];
const QUESTIONS = Array.from({ length: 30 }, (_, index) => ({
  id: `q${index}`,
  type: "single_choice",
  text: "?",
  choices: IDS.map((id) => ({ id, text: id })),
  correct: "a",
}));
const COMMON = "the light of the sky is scattered by small things, and blue is scattered far more than red is";

/** Sits the exam in one go, without a page. */
async function sit(server: LiveServer, name: string, choiceOf: (index: number) => string, essay: string) {
  const { session_token } = await server.join(name, "ALIKE");
  const events = [
    ...QUESTIONS.map(({ id }, t) => ({ type: "answer_select", question: id, choices: [choiceOf(t)], t })),
    { type: "answer_edit", question: "essay", at: 0, removed: 0, inserted: essay, t: 40 },
  ];
  await server.call("POST", "/log_activity", session_token, { seq: 1, sentAt: 0, events });
  await server.call("POST", "/submit_exam", session_token, {});
}

browserTest(
  "[AK40] answers are compared when somebody asks: pairs by name with their chance, both texts side by side, and what it assumes",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "ALIKE",
      title: "Alike",
      duration_minutes: 60,
      questions: [...QUESTIONS, { id: "essay", type: "essay", text: "Why is the sky blue?" }],
    });
    const random = createRandom(9);
    const own = () => random() < 0.6 ? "a" : IDS[Math.floor(4 * random())];
    const copied = (index: number) => index % 5 < 2 ? "d" : "a";
    await sit(server, "Ada Lovelace", copied, `I think that ${COMMON}.`);
    await sit(server, "محمد", copied, `As we all know, ${COMMON}! So it is.`);
    for (let student = 0; student < 12; student++) {
      await sit(server, `Student ${student}`, own, `My own words ${student}.`);
    }
    for (const look of LOOKS) {
      const { page, context, complaints } = await watchedPage(browser, server.url, look);
      const asked: string[] = [];
      page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/review`);
      await page.getByRole("link", { name: "Answers alike" }).click();
      await page.getByText("Places to look at, no risk").waitFor();
      await page.locator("html[data-ready]").waitFor();
      assert.ok(!asked.some((path) => path.endsWith("/alike")), "nothing is compared before it is asked for");
      await page.getByRole("button", { name: "Compare answers" }).click();
      await page.getByText("Compared: 14 students").waitFor();
      const pair = page.getByRole("region", { name: "Pairs" }).getByRole("row").filter({ hasText: "Ada Lovelace" });
      await pair.filter({ hasText: "محمد" }).getByText("30 of 30").waitFor();
      await pair.getByText(/^chance/).first().waitFor();
      const passage = page.locator("details").filter({ hasText: "letters and signs" });
      assert.equal(await passage.count(), 1);
      await passage.locator("summary").click();
      assert.equal(await passage.locator("mark").nth(1).innerText(), await passage.locator("mark").first().innerText());
      assert.ok((await passage.locator("mark").first().innerText()).includes(COMMON));
      await page.getByText("Assumes: What is shared by chance grows evenly with how much is wrong.").waitFor();
      assert.deepEqual(await findViolations(page), []);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${beyond} px wider than the window`);
      await pair.getByRole("link", { name: "Ada Lovelace" }).click();
      await page.getByRole("heading", { name: "Ada Lovelace" }).waitFor();
      assert.deepEqual(complaints, []);
      await context.close();
    }
  },
);
