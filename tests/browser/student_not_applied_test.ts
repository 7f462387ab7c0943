import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { browserTest } from "../support/in_browser.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { attemptOf, eventually, joinExam, newStudentPage, tokenOf, untilSaved } from "../support/student_page.ts";

browserTest(
  "[AT34] a page that did not hear of a pause takes the server's text, and writes on from it",
  async (browser, server) => {
    const context = await browser.newContext();
    // The word that the exam is paused gets lost on the way; everything else arrives.
    await context.routeWebSocket(/\/ws\/student/, (socket) => {
      const behind = socket.connectToServer();
      behind.onMessage((message) => {
        if (!String(message).includes('"type":"paused"')) socket.send(message);
      });
    });
    const { page, problems } = await newStudentPage(context);
    await joinExam(page, server.url);
    const field = page.getByLabel("Your answer");
    await field.pressSequentially("Before the pause.", { delay: 8 });
    await untilSaved(page);
    const token = await tokenOf(page);
    const { attempt_id, exam: { exam_id } } = await attemptOf(server.url, token);
    const staff = await server.signIn();
    const room = proctorSocket(server.url, staff, exam_id);
    await room.next("room");
    await room.say({ type: "pause", id: "p", attempt_id });
    await room.next("done");
    // The page's clock may be a moment behind the server's.
    await page.waitForTimeout(2_500);
    await field.pressSequentially(" While it stands still.", { delay: 8 });
    await eventually(async () => await field.inputValue() === "Before the pause.", "the field shows the server's text");
    assert.equal((await attemptOf(server.url, token)).answers.q1, "Before the pause.");
    await room.say({ type: "resume", id: "r", attempt_id });
    await room.next("done");
    await page.waitForTimeout(2_500);
    await field.press("End");
    await field.pressSequentially(" After it.", { delay: 8 });
    await untilSaved(page);
    assert.equal((await attemptOf(server.url, token)).answers.q1, "Before the pause. After it.");
    assert.equal(await field.inputValue(), "Before the pause. After it.");
    const answer = await server.call("GET", `/api/exams/${exam_id}/attempts/${attempt_id}`, staff);
    const { kept, flags } = AttemptDetail.parse(answer.body);
    assert.ok(kept !== null && kept.characters >= 20, JSON.stringify(kept));
    assert.equal(flags.length, 1);
    assert.deepEqual(problems, []);
    room.close();
  },
);
