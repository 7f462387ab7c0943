import assert from "node:assert/strict";
import { MOST_WORDS_TOLD } from "../../protocol/staff_talk.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD } from "../support/live_server.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { lookAt } from "../support/student_look.ts";
import { LOOKS, signInOn, watchedPage } from "../support/watched_page.ts";

browserTest(
  "[DK90] [DK91] [DK92] two proctors talk, one leaves a hand-over, and groups are assigned and shown by one press",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "TALK",
      title: "Talk",
      duration_minutes: 60,
      join: "roster",
      questions: [{ id: "q1", type: "essay", text: "Write." }],
      roster: [{ name: "Ada", group: "Room A" }, { name: "Bo", group: "Room B" }, { name: "Cy", group: "Room B" }, {
        name: "Dee",
        group: "constructor",
      }],
      staff: [{ username: "maria", role: "proctor", password: "a-first-password-8" }],
    });
    const first = await server.signIn("maria", "a-first-password-8");
    await server.call("POST", "/api/password", first, { current: "a-first-password-8", next: ADMIN_PASSWORD });
    const [mine, hers] = await Promise.all(LOOKS.map((look) => watchedPage(browser, server.url, look)));
    await signInOn(mine.page, "admin", ADMIN_PASSWORD);
    await signInOn(hers.page, "maria", ADMIN_PASSWORD);

    await mine.page.goto(`/exams/${examId}/people`);
    await mine.page.getByRole("button", { name: "Groups of maria" }).click();
    await mine.page.getByRole("dialog").getByLabel("Room B").check();
    await lookAt(mine.page, "groups_dialog");
    assert.deepEqual(await findViolations(mine.page), []);
    await mine.page.getByRole("dialog").getByRole("button", { name: "Assign", exact: true }).click();
    await mine.page.getByRole("dialog").waitFor({ state: "detached" });
    await mine.page.getByRole("row", { name: /maria/ }).getByText("Room B").waitFor();

    for (const { page } of [mine, hers]) await page.goto(`/exams/${examId}/room`);
    await hers.page.getByText("Cy", { exact: true }).waitFor();
    await hers.page.getByLabel("Taken by").selectOption({ label: "My groups" });
    await hers.page.getByText("Ada", { exact: true }).waitFor({ state: "detached" });
    await hers.page.getByText("Bo", { exact: true }).waitFor();
    assert.equal(await mine.page.getByRole("option", { name: "Room B (maria)" }).count(), 1);

    await mine.page.getByText("Here: you and maria").waitFor();
    const menu = (page: typeof mine.page) => page.locator("[data-talk] summary");
    await menu(mine.page).click();
    await mine.page.getByText("Nobody has said anything yet.").waitFor();
    await mine.page.getByLabel("Say to the staff of this exam").fill("Row 3 has no power.");
    await mine.page.getByLabel("Say to the staff of this exam").press("Enter");
    await mine.page.locator("[data-talk] li").getByText("Row 3 has no power.").waitFor();
    await hers.page.getByText("1 word not read").waitFor({ state: "attached" });
    await menu(hers.page).click();
    await hers.page.locator("[data-talk] li").getByText("Row 3 has no power.").waitFor();
    await hers.page.getByText("1 word not read").waitFor({ state: "detached" });
    await hers.page.getByLabel("Say to the staff of this exam").fill("Bo may leave at noon.\nHis doctor waits.");
    await hers.page.getByRole("button", { name: "Leave as hand-over" }).click();
    await mine.page.locator("[data-handover]").getByText("Bo may leave at noon.").waitFor();
    for (const [index, { page }] of [mine, hers].entries()) {
      await lookAt(page, `staff_talk_${index}`);
      assert.deepEqual(await findViolations(page), []);
    }
    await mine.page.reload();
    await menu(mine.page).click();
    await mine.page.locator("[data-handover]").getByText("Bo may leave at noon.").waitFor();
    await mine.page.getByRole("button", { name: "Take the hand-over away" }).click();
    await hers.page.locator("[data-handover]").waitFor({ state: "detached" });
    assert.deepEqual([...mine.complaints, ...hers.complaints], []);
    await Promise.all([mine.context.close(), hers.context.close()]);
  },
);

browserTest(
  "[DK90] in a menu that is open everything is read, also once older words make place",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "TALK",
      title: "Talk",
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
      staff: [{ username: "maria", role: "proctor", password: "a-first-password-8" }],
    });
    const first = await server.signIn("maria", "a-first-password-8");
    await server.call("POST", "/api/password", first, { current: "a-first-password-8", next: ADMIN_PASSWORD });
    const maria = proctorSocket(server.url, await server.signIn("maria", ADMIN_PASSWORD), examId);
    await maria.next("talk");
    const say = async (n: number) => {
      await maria.say({ type: "say", id: `w${n}`, kind: "talk", text: `Word ${n}.` });
      await maria.until((message) => "id" in message && message.id === `w${n}`);
    };
    for (let n = 0; n < MOST_WORDS_TOLD; n++) await say(n);
    const { page, context, complaints } = await watchedPage(browser, server.url);
    await signInOn(page, "admin", ADMIN_PASSWORD);
    await page.goto(`/exams/${examId}/room`);
    await page.getByText("50 words not read").waitFor({ state: "attached" });
    await page.locator("[data-talk] summary").click();
    await page.getByText("50 words not read").waitFor({ state: "detached" });
    await say(MOST_WORDS_TOLD);
    await page.locator("[data-talk] li").getByText("Word 50.", { exact: true }).waitFor();
    await page.getByText(/not read$/).waitFor({ state: "detached" });
    const newest = page.locator("[data-talk] li").last();
    await page.waitForFunction((item) => {
      const list = item?.parentElement?.getBoundingClientRect();
      return item && list && item.getBoundingClientRect().bottom <= list.bottom + 1;
    }, await newest.elementHandle());
    maria.close();
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
