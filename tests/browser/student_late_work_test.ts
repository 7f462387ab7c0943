import assert from "node:assert/strict";
import { LateWork } from "../../protocol/late_work.ts";
import { browserTest } from "../support/in_browser.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

browserTest(
  "[CA79] a device that comes back after the grace says what is missing and gives it as a file, also after a reload",
  async (browser, server) => {
    await server.publish({
      code: "NO-GRACE",
      title: "No grace",
      duration_minutes: 1,
      join: "open",
      policy: { grace_minutes: 0 },
      questions: [{ id: "q1", type: "essay", text: "Write.", points: 1 }],
    });
    const context = await browser.newContext();
    const { page } = await newStudentPage(context);
    await joinExam(page, server.url, "Ada", "NO-GRACE");
    await page.getByLabel("Your answer").pressSequentially("In time. ");
    await untilSaved(page);
    const token = await tokenOf(page);
    await context.setOffline(true);
    await page.getByLabel("Your answer").pressSequentially("Seventeen letters");
    await page.getByText("Not saved yet", { exact: false }).first().waitFor();
    await eventually(async () => (await attemptOf(server.url, token)).state === "expired", "the time is over", 80_000);
    // A connection that was alive at the deadline has some seconds more; this one was not.
    await page.waitForTimeout(16_000);
    await page.getByText("Keep this page open: what is missing is sent", { exact: false }).first().waitFor();
    assert.equal(await page.getByText("Keep going", { exact: false }).count(), 0, "there is nothing to go on with");
    await context.setOffline(false);
    const missing = page.getByText("1 minute of work with 17 characters typed did not reach the server in time.");
    await missing.waitFor({ timeout: 20_000 });
    assert.equal(await page.getByText("Everything that you wrote", { exact: false }).count(), 0, "it is not so");
    assert.equal(await page.getByText("It is being sent", { exact: false }).count(), 0);
    const read = async () => {
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save the file to hand over" }).click();
      const path = await (await saving).path();
      return LateWork.parse(JSON.parse(await Deno.readTextFile(path)));
    };
    const work = await read();
    const { attempt_id, last_hash, last_seq } = await attemptOf(server.url, token);
    assert.deepEqual([work.attempt_id, work.last_hash, work.batches[0].seq], [attempt_id, last_hash, last_seq + 1]);
    const written = work.batches.flatMap(({ events }) => events)
      .map((event) => event.type === "answer_edit" ? event.inserted : "").join("");
    assert.equal(written, "Seventeen letters");

    await page.reload();
    await missing.waitFor({ timeout: 20_000 });
    assert.deepEqual((await read()).batches, work.batches);
    await page.goto(`${server.url}/join/NO-GRACE`);
    await page.getByRole("button", { name: "Go on as Ada" }).click();
    await missing.waitFor({ timeout: 20_000 });
  },
);
