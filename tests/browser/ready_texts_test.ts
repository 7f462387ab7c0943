import assert from "node:assert/strict";
import { findViolations } from "../support/axe.ts";
import { BROWSER_TEST } from "../support/browser.ts";
import { onStage, row } from "../support/room_stage.ts";
import { ADMIN_PASSWORD } from "../support/running_server.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

const EXAM = {
  code: "OPTIK",
  title: "Optik",
  language: "de",
  duration_minutes: 60,
  questions: [{ id: "q1", type: "essay", text: "Warum ist der Himmel blau?" }],
};

Deno.test(
  "[DK86] a message begins with a ready text in the exam's language or a kept one of one's own, and is changed before it is sent",
  BROWSER_TEST,
  async () => {
    await onStage(async ({ server, browser }) => {
      const token = await server.signIn();
      const { exam_id: examId } = await server.call("POST", "/api/exams", { token, body: EXAM });
      const body = { code: "OPTIK", student: { name: "Ada" } };
      const student = await server.call("POST", "/start_exam", { body });
      const { page, complaints } = await watchedPage(browser, server.origin, { width: 390, scheme: "dark" });
      await signInOn(page, "admin", ADMIN_PASSWORD);
      await page.goto(`/exams/${examId}/room/${student.attempt_id}`);
      await row(page, student).waitFor();
      const drawer = page.getByRole("complementary", { name: "Ada" });
      const dialog = page.getByRole("dialog");
      const open = () => drawer.getByRole("button", { name: "Message", exact: true }).click();
      await open();
      await dialog.getByLabel("Ready texts").selectOption({ label: "Eine Frage wurde berichtigt:" });
      const field = dialog.getByRole("textbox");
      assert.equal(await field.inputValue(), "Eine Frage wurde berichtigt: ");
      await field.fill("Frage 1: Es ist der Himmel über Köln.");
      await dialog.getByRole("button", { name: "Keep this text" }).click();
      await dialog.getByRole("button", { name: "Forget this text" }).waitFor();
      assert.deepEqual(await findViolations(page), []);
      await dialog.getByRole("button", { name: "Send" }).click();
      await drawer.getByText("Sent.", { exact: true }).waitFor();

      await page.reload();
      await open();
      await dialog.getByLabel("Ready texts").selectOption({ label: "Frage 1: Es ist der Himmel über Köln." });
      assert.equal(await field.inputValue(), "Frage 1: Es ist der Himmel über Köln.");
      await dialog.getByRole("button", { name: "Forget this text" }).click();
      await dialog.getByRole("button", { name: "Keep this text" }).waitFor();
      assert.deepEqual(complaints, []);
    });
  },
);
