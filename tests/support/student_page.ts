import type { BrowserContext, Page } from "playwright-core";
import type { CapturedEvent } from "../../protocol/events.ts";
import { AttemptAnswer } from "../../protocol/attempt.ts";
import { wordsOf } from "../../words/languages.ts";
import type { Sentences } from "../../words/words.ts";
import { StudentToServer } from "../../protocol/student_messages.ts";

/** What a student's page sent over its sockets, each event checked by its schema. */
export interface SentEvents {
  all(): CapturedEvent[];
  of<Type extends CapturedEvent["type"]>(type: Type): Extract<CapturedEvent, { type: Type }>[];
}

/** Listens to what a page sends; a batch that is sent again counts once. */
export function listenToSocket(page: Page): SentEvents {
  const batches = new Map<string, CapturedEvent[]>();
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      const message = StudentToServer.parse(JSON.parse(String(payload)));
      if (message.type === "batch") batches.set(JSON.stringify(message.events), message.events);
    });
  });
  const all = () => [...batches.values()].flat();
  return {
    all,
    of: <Type extends CapturedEvent["type"]>(type: Type) =>
      all().filter((event): event is Extract<CapturedEvent, { type: Type }> => event.type === type),
  };
}

/** What the browser says where there is no network, or a server that was killed in the middle of an answer. */
export const LOST_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_|ERR_EMPTY_RESPONSE|WebSocket connection/;

/** Problems that a page tells its console; a test expects none. A network that goes is the test's own doing. */
export function listenForProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !LOST_NETWORK.test(message.text())) problems.push(message.text());
  });
  return problems;
}

/** Sentences of the language that a page is in. */
async function sentencesOn(page: Page): Promise<Sentences> {
  return wordsOf([await page.locator("html").getAttribute("lang") ?? ""]).sentences;
}

/** Joins an exam as a student does: reads, agrees, starts. Resolves on the exam's page, in whatever language it is. */
export async function joinExam(page: Page, origin: string, name = "Ada Lovelace", code = "DEMO"): Promise<void> {
  await page.goto(`${origin}/join/${code}`);
  await page.waitForSelector("html[data-ready]");
  const { joinForms, exam } = await sentencesOn(page);
  await page.getByLabel(joinForms.name.label).fill(name);
  await page.getByLabel(joinForms.consent.label).check();
  await page.getByRole("button", { name: joinForms.consent.submit }).click();
  await page.waitForURL((url) => url.pathname === "/exam");
  await page.getByRole("heading", { name: exam.question.heading.replace("{number}", "1").replace("{of}", "").trim() })
    .waitFor();
}

/** Waits until the page says that everything is saved. */
export async function untilSaved(page: Page): Promise<void> {
  const { examStatus } = await sentencesOn(page);
  await page.getByText(examStatus.saving.saved, { exact: true }).first().waitFor({ timeout: 20_000 });
}

/** What the student's browser, or this tab of it, keeps of the attempts that were joined in it. */
export async function joinedIn(page: Page): Promise<{ attemptId: string; token: string }[]> {
  const texts = await page.evaluate(() =>
    new Promise<string[]>((resolve, reject) => {
      const opening = indexedDB.open("invigil");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const read = opening.result.transaction("session").objectStore("session").getAll();
        read.onsuccess = () => resolve(read.result.map(String));
        read.onerror = () => reject(read.error);
      };
    })
  );
  const ofTab = await page.evaluate(() =>
    Object.entries(sessionStorage).filter(([key]) => key.startsWith("attempt:")).map(([, text]) => String(text))
  );
  return [...texts, ...ofTab].map((text) => JSON.parse(text));
}

/** The token of the attempt that a page shows. */
export async function tokenOf(page: Page): Promise<string> {
  const attemptId = new URL(page.url()).searchParams.get("attempt");
  const joined = (await joinedIn(page)).find((one) => one.attemptId === attemptId);
  if (joined === undefined) throw new RangeError(`Cannot find a token for ${page.url()}`);
  return joined.token;
}

/** The attempt as the server has it. */
export async function attemptOf(origin: string, token: string): Promise<AttemptAnswer> {
  const response = await fetch(`${origin}/api/attempt`, { headers: { authorization: `Bearer ${token}` } });
  return AttemptAnswer.parse(await response.json());
}

/** Waits until something holds, by asking again and again. */
export async function eventually(check: () => boolean | Promise<boolean>, what: string, withinMs = 15_000) {
  const until = Date.now() + withinMs;
  while (!await check()) {
    if (Date.now() > until) throw new Error(`It did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A page of a context that has been told to come up with no problem. */
export async function newStudentPage(
  context: BrowserContext,
): Promise<{ page: Page; problems: string[]; sent: SentEvents }> {
  const page = await context.newPage();
  return { page, problems: listenForProblems(page), sent: listenToSocket(page) };
}

/** Hands an exam in from its list of answers, also with open questions. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /Submit exam/ }).click();
  const all = page.getByRole("button", { name: "Submit all the same" });
  const underWay = page.locator("button[aria-busy=true]");
  const done = page.getByRole("heading", { name: "Your exam is submitted" });
  await all.or(underWay).or(done).first().waitFor();
  if (await all.isVisible()) await all.click();
}
