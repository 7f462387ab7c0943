import type { Page } from "playwright-core";
import { MadeEvidenceLink } from "../../../protocol/evidence_link.ts";
import { proctorOf } from "../../support/proctor_at_work.ts";
import { handIn, joinExam, LOST_NETWORK, tokenOf, untilSaved } from "../../support/student_page.ts";
import { markEssays } from "../quiz_exam.ts";
import { openReady, type Shot } from "../shot.ts";
import { PAPER_CODE, type Stage, type Writer } from "../stage.ts";
import type { SatAttempt } from "../told_sitting.ts";

/** Opens a page of an attempt as in the browser in which it was joined. */
async function openAs(page: Page, path: string, { attemptId, token, name, code }: SatAttempt): Promise<void> {
  await page.goto("/join");
  await page.evaluate(([key, value]) => sessionStorage.setItem(key, value), [
    `attempt:${attemptId}`,
    JSON.stringify({ attemptId, token, name, exam: code, code }),
  ]);
  await openReady(page, `${path}?attempt=${attemptId}`);
}

/** Goes on with an attempt in which something has been written. */
async function goOn(page: Page, { writers }: Stage, writer: Writer): Promise<void> {
  await openAs(page, "/exam", await writers[writer]);
  await page.locator("textarea").first().waitFor();
  await untilSaved(page);
}

/** Does as a proctor does to the student's attempt that a page shows. */
async function act(page: Page, { server }: Stage, type: string, fields: object): Promise<void> {
  const proctor = await proctorOf(server, await tokenOf(page));
  await proctor.act(type, fields);
  proctor.close();
}

/** What a student meets, from the code to the evidence afterwards. */
export const STUDENT_SHOTS: readonly Shot[] = [
  { name: "join", page: "page_join", by: "anyone", open: (page) => openReady(page, "/join") },
  { name: "join_unknown", page: "page_join_exam", by: "anyone", open: (page) => openReady(page, "/join/NOWHERE") },
  { name: "join_exam", page: "page_join_exam", by: "anyone", open: (page) => openReady(page, `/join/${PAPER_CODE}`) },
  {
    name: "join_details",
    page: "page_join_exam",
    by: "anyone",
    async open(page) {
      await openReady(page, `/join/${PAPER_CODE}`);
      await page.getByRole("button", { name: "Agree and start the exam" }).click();
      await page.getByText("Everything that is captured, why, and what happens with it").click();
    },
  },
  { name: "check", page: "page_check", by: "anyone", open: (page) => openReady(page, "/check") },
  { name: "declined", page: "page_declined", by: "anyone", open: (page) => page.goto("/declined") },
  {
    name: "exam_none",
    page: "page_exam",
    by: "anyone",
    async open(page) {
      await page.goto("/exam");
      await page.getByRole("heading", { name: "No exam is open on this device" }).waitFor();
    },
  },
  { name: "exam", page: "page_exam", by: "anyone", open: (page, stage) => goOn(page, stage, "calm") },
  {
    name: "exam_choices",
    page: "page_exam",
    by: "anyone",
    async open(page, { server }) {
      await joinExam(page, server.url, "Katherine Johnson", PAPER_CODE);
      await page.getByRole("button", { name: "Next question" }).click();
      await page.getByRole("button", { name: "Next question" }).click();
      for (const choice of await page.getByRole("checkbox").all()) {
        await choice.check();
        if ((await page.getByRole("checkbox", { checked: true }).count()) === 2) break;
      }
      await page.getByRole("button", { name: "Flag for later" }).click();
      await untilSaved(page);
    },
  },
  {
    name: "exam_message",
    page: "page_exam",
    by: "anyone",
    async open(page, stage) {
      await goOn(page, stage, "told");
      await act(page, stage, "message", { text: "You have ten minutes more: the hall opened late." });
      await page.getByText("You have ten minutes more").waitFor();
    },
  },
  {
    name: "exam_paused",
    page: "page_exam",
    by: "anyone",
    async open(page, stage) {
      await goOn(page, stage, "paused");
      await act(page, stage, "pause", { reason: "The fire alarm was tested. Please stay seated." });
      await page.getByRole("heading", { name: "Your exam is paused" }).waitFor();
    },
  },
  {
    name: "exam_locked",
    page: "page_exam",
    by: "anyone",
    async open(page, stage) {
      await goOn(page, stage, "locked");
      await act(page, stage, "lock", {});
      await page.getByRole("heading", { name: "Your exam is locked for now" }).waitFor();
    },
  },
  {
    name: "exam_offline",
    page: "page_exam",
    by: "anyone",
    forgives: LOST_NETWORK,
    async open(page, stage) {
      await goOn(page, stage, "offline");
      await page.context().setOffline(true);
      await page.getByText("Not connected").first().waitFor();
    },
  },
  {
    name: "exam_answers",
    page: "page_exam",
    by: "anyone",
    async open(page, stage) {
      await goOn(page, stage, "asked");
      const review = page.getByRole("button", { name: /^Review/ }).and(page.locator(":visible"));
      await review.first().click();
      await page.getByRole("button", { name: /Submit exam/ }).click();
      await page.getByText("Submit with open questions?").waitFor();
    },
  },
  {
    name: "exam_handed_in",
    page: "page_exam",
    by: "anyone",
    async open(page, stage) {
      await goOn(page, stage, "over");
      await page.getByRole("button", { name: /^Review/ }).and(page.locator(":visible")).first().click();
      await handIn(page);
      await page.getByRole("heading", { name: "Your exam is submitted" }).waitFor();
    },
  },
  {
    name: "result_none",
    page: "page_result",
    by: "anyone",
    open: (page) => openReady(page, "/result"),
  },
  {
    name: "result",
    page: "page_result",
    by: "anyone",
    async open(page, { server, quizId, quiz }) {
      await markEssays(server, quizId, quiz);
      const staff = await server.signIn();
      await server.call("POST", `/api/exams/${quizId}/close`, staff);
      const shown = { released: true };
      await server.call("POST", `/api/exams/${quizId}/release`, staff, shown);
      await openAs(page, "/result", quiz[0]);
      await page.getByText(/of 30$/).first().waitFor();
    },
  },
  {
    name: "evidence",
    page: "page_evidence",
    by: "anyone",
    async open(page, { server, roomId, told }) {
      const path = `/api/exams/${roomId}/attempts/${await told}/evidence_links`;
      const made = await server.call("POST", path, await server.signIn(), { days: 1 });
      await openReady(page, `/evidence#${MadeEvidenceLink.parse(made.body).secret}`);
      await page.getByText("of 100 at its highest").waitFor();
      await page.getByRole("button", { name: "Show how my answers came to be" }).click();
      await page.locator("[data-replay-clock]").waitFor();
    },
  },
  {
    name: "verify_fits",
    page: "page_verify",
    by: "anyone",
    async open(page, { quiz }) {
      await openAs(page, "/evidence", quiz[0]);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Take the signed account" }).click(),
      ]);
      await openReady(page, "/verify");
      await page.getByLabel("File").setInputFiles(await download.path());
      await page.getByRole("button", { name: "Check", exact: true }).click();
      await page.getByText("Everything fits").waitFor();
    },
  },
];
