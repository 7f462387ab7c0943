import assert from "node:assert/strict";
import { browserTest } from "../support/in_browser.ts";
import { proctorSocket } from "../support/socket_client.ts";
import { attemptOf, joinExam, newStudentPage, tokenOf } from "../support/student_page.ts";

const CODE = "if x:\n    y = 1\n\tz  =  2";

browserTest(
  "[IT7] a student sees indentation as it was written: in instructions, questions, choices and messages",
  async (browser, server) => {
    const { examId } = await server.publish({
      code: "CODE",
      title: "Code",
      instructions: `Instructions:\n${CODE}`,
      duration_minutes: 30,
      questions: [{
        id: "q1",
        type: "single_choice",
        text: `Question:\n${CODE}`,
        choices: [{ id: "a", text: CODE }, { id: "b", text: CODE.replace("    ", "") }],
      }],
    });
    const { page } = await newStudentPage(await browser.newContext());
    await joinExam(page, server.url, "Ada", "CODE");
    const { attempt_id } = await attemptOf(server.url, await tokenOf(page));
    const proctor = proctorSocket(server.url, await server.signIn(), examId);
    await proctor.next("room");
    await proctor.say({ type: "message", id: "m1", attempt_id, text: `Message:\n${CODE}` });
    await page.getByText("Message:").waitFor();
    proctor.close();
    const shown = await page.locator("main").innerText();
    for (const what of ["Instructions", "Question", "Message"]) assert.ok(shown.includes(`${what}:\n${CODE}`), what);
    const choices = await page.getByRole("radio").evaluateAll((inputs) =>
      inputs.map((input) => input instanceof HTMLInputElement ? input.labels?.[0]?.innerText.trim() : null)
    );
    assert.deepEqual(choices, [CODE, CODE.replace("    ", "")]);
  },
);
