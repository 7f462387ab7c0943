import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { alarm, join, onStage, row, stateFilter, until } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

Deno.test(
  "[RM70] [PR61] [PR63] [DK29] alerts stand until they are handled, after a reload and for everybody; offline nothing can be chosen",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const [mine, theirs] = await Promise.all(LOOKS.map((look) => watchedPage(browser, server.origin, look)));
      for (const { page } of [mine, theirs]) {
        await signInOn(page, "admin", ADMIN_PASSWORD);
        await page.goto(`/exams/${examId}/room`);
      }
      const risky = await join(server, "Grace Hopper");
      await join(server, "Grасе Hopper");
      await alarm(server, risky);
      await mine.page.getByRole("alert").filter({ hasText: "Grace Hopper" }).waitFor();
      await mine.page.reload();
      await mine.page.getByRole("alert").filter({ hasText: "Grace Hopper" }).waitFor();
      assert.equal(await row(mine.page, risky).getByText("Another student's name looks like this one").count(), 1);
      await theirs.page.getByRole("button", { name: /open alert/ }).click();
      const list = theirs.page.getByRole("dialog");
      await list.getByText("Grace Hopper").first().waitFor();
      assert.deepEqual(await findViolations(theirs.page), []);
      assert.equal(
        await list.getByRole("button", { name: "Acknowledge", exact: true }).count(),
        1,
        "one of one student",
      );
      await list.getByRole("button", { name: "Close" }).click();
      await mine.page.getByRole("button", { name: "Acknowledge Grace Hopper" }).click();
      await theirs.page.getByRole("alert").filter({ hasText: "Grace Hopper" }).waitFor({ state: "detached" });

      const colour = () =>
        mine.page.locator("[data-cell=trace] path").last().evaluate((path) => getComputedStyle(path).stroke);
      const light = await colour();
      await mine.page.emulateMedia({ colorScheme: "dark" });
      await until("the sparkline has the dark scheme's colours", async () => await colour() !== light);

      await row(mine.page, risky).getByRole("button").click();
      const drawer = mine.page.getByRole("complementary", { name: "Grace Hopper" });
      const flag = drawer.getByRole("button", { name: "Flag" });
      await until("actions can be chosen", () => flag.isEnabled());
      await drawer.getByRole("tab", { name: "Events" }).click();
      await drawer.locator("time").first().waitFor();
      assert.deepEqual(mine.complaints, []);

      await server.kill();
      await drawer.getByText("actions wait until the connection is back").waitFor();
      assert.equal(await flag.isDisabled(), true);
      await mine.page.getByText("No connection to the server: what you see may be old").waitFor();
      await mine.page.locator("[data-dimmed=true]").getByRole("row").first().waitFor();
      await server.restart();
      await mine.page.locator("[data-dimmed=false]").waitFor();
      assert.equal(await flag.isDisabled(), false);
    });
  },
);

Deno.test(
  "[DK27] [DK28] one line shows one alert after the other and moves no row; who was seen to needs nobody until something new happens",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      const calm = await join(server, "Ada Lovelace");
      const [grace, katherine] = [await join(server, "Grace Hopper"), await join(server, "Katherine Johnson")];
      await page.goto(`/exams/${examId}/room`);
      await row(page, calm).hover();
      const top = async () => Math.round((await row(page, calm).boundingBox())?.y ?? 0);
      const before = await top();
      await alarm(server, grace);
      const line = page.getByRole("alert");
      await line.getByText("Grace Hopper: risk").waitFor();
      assert.equal(await top(), before, "no row moves under the pointer");
      await alarm(server, katherine);
      await line.getByRole("button", { name: "Next (1 of 2)" }).click();
      await line.getByText("Grace Hopper: risk").waitFor();
      assert.equal(await line.getByText(/: risk \d+/).count(), 1, "one line");
      assert.match(await page.title(), /^\(2\)/);
      assert.deepEqual(await findViolations(page), []);

      await stateFilter(page, "Needs me").click();
      await until("two are shown", async () => await page.locator("[data-attempt]").count() === 2);
      for (const one of [grace, katherine]) {
        const path = `/api/exams/${examId}/attempts/${one.attempt_id}`;
        const { student } = await server.call("GET", path, { token: await server.signIn() });
        if (student.state !== "locked") continue;
        await row(page, one).getByRole("button").click();
        await page.getByRole("complementary").getByRole("button", { name: "Release", exact: true }).click();
        await page.keyboard.press("Escape");
      }
      await page.getByRole("button", { name: /open alert/ }).click();
      await page.getByRole("dialog").getByRole("button", { name: /Acknowledge all/ }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await page.getByText("Nobody is like that.").waitFor();
      assert.doesNotMatch(await page.title(), /High risk/);
      await server.call("POST", "/api/attempt/call", { token: grace.session_token, body: { text: "My pen broke." } });
      await row(page, grace).waitFor();
      assert.equal(await page.locator("[data-attempt]").count(), 1);
      assert.deepEqual(complaints, []);
    });
  },
);

Deno.test("[RM62] attempts in which nothing was written are found and removed together", BROWSER_TEST, async () => {
  await onStage(async ({ server, browser, examId }) => {
    const { page, complaints } = await watchedPage(browser, server.origin, LOOKS[1]);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/room`);
    const writer = await join(server, "Ada Lovelace");
    const ghosts = await Promise.all(Array.from({ length: 5 }, (_, index) => join(server, `Ghost ${index}`)));
    await alarm(server, writer);
    await row(page, ghosts[0]).waitFor();
    await stateFilter(page, "Nothing written").click();
    await page.getByRole("button", { name: "Remove all 5" }).click();
    assert.deepEqual(await findViolations(page), []);
    await page.getByRole("dialog").getByRole("button", { name: "Remove all 5" }).click();
    await page.getByText("5 attempts removed.").waitFor();
    await stateFilter(page, "Everybody").click();
    await until("only who has written is left", async () => await page.locator("[data-attempt]").count() === 1);
    await row(page, writer).waitFor();
    assert.deepEqual(complaints, []);
  });
});

Deno.test(
  "[PR65] a chart is drawn once a drawer has one; where it cannot be, its words stand alone",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser, examId }) => {
      const { page, complaints } = await watchedPage(browser, server.origin);
      await signInOn(page, "admin", ADMIN_PASSWORD);
      const student = await join(server, "Grace Hopper");
      await alarm(server, student);
      const openDrawer = async () => {
        await page.goto(`/exams/${examId}/room`);
        await row(page, student).waitFor();
        await page.locator("html[data-ready]").waitFor();
        await row(page, student).getByRole("button").click();
        return page.getByRole("complementary", { name: "Grace Hopper" }).locator("figure");
      };
      const drawn = await openDrawer();
      await drawn.locator("canvas").waitFor();
      await drawn.getByText(/Now \d+, highest \d+/).waitFor();

      const loaded = new Set(
        await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name)),
      );
      await page.goto(`/exams/${examId}/room`);
      await row(page, student).waitFor();
      for (const name of await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name))) {
        loaded.delete(name);
      }
      const drawing = [...loaded].filter((name) => name.includes("/static/build/part-"));
      assert.ok(drawing.length > 0, "it came with the drawer, not with the room");
      await page.route((url) => drawing.includes(url.href), (route) => route.abort());
      const words = await openDrawer();
      await words.getByText(/Now \d+, highest \d+/).waitFor();
      await until("nothing stands in the picture's place", async () => await words.getByRole("img").count() === 0);
      assert.deepEqual(complaints, []);
    });
  },
);
