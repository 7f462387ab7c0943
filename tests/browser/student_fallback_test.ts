import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import { NoSocketsProxy } from "../support/no_sockets_proxy.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

const QUESTIONS = [{ id: "q1", type: "essay", text: "Write.", points: 1 }];

browserTest(
  "[CA76] where a proxy lets no socket through, everything is saved over HTTPS, and the page says nothing but that",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "SCHOOL",
      title: "School",
      duration_minutes: 30,
      join: "open",
      questions: QUESTIONS,
    });
    const proxy = await NoSocketsProxy.start(server.url);
    try {
      const { page } = await newStudentPage(await browser.newContext());
      await joinExam(page, proxy.origin, "Ada", "SCHOOL");
      const text = "Fifty characters, and not a single one of them lost.";
      await page.getByLabel("Your answer").pressSequentially(text, { delay: 10 });
      await untilSaved(page);
      const token = await tokenOf(page);
      const stored = await attemptOf(server.url, token);
      assert.equal(stored.answers.q1, text);
      assert.ok(stored.last_seq > 0);
      assert.ok(proxy.upgrades >= 2);

      const proctor = proctorSocket(server.url, await server.signIn(), examId);
      const room = await proctor.next("room");
      assert.equal(room.students[0].connected, true, "the student is there for the proctor");
      const act = async (action: Record<string, unknown>) => {
        await proctor.say({ id: crypto.randomUUID(), attempt_id: stored.attempt_id, ...action });
        await proctor.next("done");
      };
      await act({ type: "message", text: "Can you hear me?" });
      await page.getByText("Can you hear me?").waitFor();
      await page.getByRole("button", { name: "I have read this" }).click();
      await eventually(
        async () => (await attemptOf(server.url, token)).notices?.length === 0,
        "the server hears that it was read",
      );
      await act({ type: "pause", reason: "The fire alarm." });
      await page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
      await page.getByText("The fire alarm.").waitFor();
      await page.reload();
      await page.getByText("The fire alarm.").waitFor();
      await act({ type: "resume" });
      await page.getByRole("heading", { name: "Your exam is paused" }).waitFor({ state: "hidden" });
      await page.getByLabel("Your answer").pressSequentially(" More.");
      await untilSaved(page);
      await eventually(
        async () => String((await attemptOf(server.url, token)).answers.q1).includes(" More."),
        "what is written after the pause arrives",
      );
      await act({ type: "terminate" });
      await page.getByRole("heading", { name: "Your exam was ended by a proctor" }).waitFor();
      proctor.close();
    } finally {
      await proxy.stop();
    }
  },
);
