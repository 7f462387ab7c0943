import { Buffer } from "node:buffer";
import assert from "node:assert/strict";
import { MadeEvidenceLink } from "../../protocol/evidence_link.ts";
import { alarmingBatches } from "../support/alarming_session.ts";
import { findViolations } from "../support/axe.ts";
import { browserTest } from "../support/in_browser.ts";
import { ADMIN_PASSWORD, type LiveServer } from "../support/live_server.ts";
import { SAT_EXAM } from "../support/sat_exam.ts";
import { lookAt } from "../support/student_look.ts";
import { newStudentPage } from "../support/student_page.ts";
import { exportExam } from "../../server/delivery/export_exam.ts";
import { verifyProof } from "../../server/delivery/verify_proof.ts";
import { signInOn, watchedPage } from "../support/watched_page.ts";

/** An attempt that is over and gave many reasons to look, and a way to its review. */
async function alarming(server: LiveServer) {
  const { examId } = await server.publish({ ...SAT_EXAM, policy: { at_hundred: "alert_only" } });
  const ada = await server.join("Ada Wong-Fitzgerald", "MARKS");
  const batches = alarmingBatches(6);
  for (const [index, events] of batches.entries()) {
    const body = { seq: index + 1, sentAt: 0, events };
    assert.equal((await server.call("POST", "/log_activity", ada.session_token, body)).status, 200);
  }
  await server.call("POST", "/submit_exam", ada.session_token, {});
  return { ada, review: `/exams/${examId}/review/${ada.attempt_id}` };
}

browserTest(
  "[EV42] staff make a link; the student reads by it what was recorded, looks at a reason's moment, answers, and it is taken back",
  async (browser, server) => {
    const { ada, review } = await alarming(server);
    const staff = await watchedPage(browser, server.url);
    await signInOn(staff.page, "admin", ADMIN_PASSWORD);
    await staff.page.goto(review);
    await staff.page.getByRole("button", { name: "Make a link" }).click();
    const address = await staff.page.locator("code").filter({ hasText: "/evidence#" }).innerText();
    await staff.page.getByText("not opened yet").waitFor();
    assert.deepEqual(await findViolations(staff.page), []);
    await lookAt(staff.page, "evidence_link_made");
    for (const [width, colorScheme, locale] of [[1440, "light", "en-GB"], [390, "dark", "de"]] as const) {
      const german = locale === "de";
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale });
      const { page, problems } = await newStudentPage(context);
      await page.goto(address);
      const title = german ? "Was von Ihrer Prüfung aufgezeichnet wurde" : "What was recorded of your exam";
      await page.getByRole("heading", { name: title }).waitFor();
      await page.getByText("Ada Wong-Fitzgerald").waitFor();
      assert.equal(new URL(page.url()).hash, "", "the secret leaves the address");
      await page.reload();
      await page.getByRole("button", { name: german ? /ansehen$/ : /^Look at/ }).first().click();
      await page.locator("[data-replay-clock]").waitFor();
      await page.getByText(german ? "Frage für Frage" : "Question by question").waitFor();
      await lookAt(page, `own_evidence_${width}`);
      assert.deepEqual(await findViolations(page), []);
      await page.getByLabel(german ? "Was Sie sagen möchten" : "What you want to say").fill(`My phone rang. ${locale}`);
      await page.getByRole("button", { name: german ? "Senden" : "Send" }).click();
      await page.getByText(german ? /^Gesendet\./ : /^Sent\./).waitFor();
      assert.deepEqual(problems, []);
      await context.close();
    }
    await staff.page.reload();
    await staff.page.getByText("My phone rang. de").waitFor();
    await staff.page.getByText("opened last").waitFor();
    await staff.page.getByRole("button", { name: "Take back the link" }).click();
    await staff.page.getByText("opened last").waitFor({ state: "detached" });
    assert.deepEqual(staff.complaints, []);
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: "en-GB" });
    const { page } = await newStudentPage(context);
    await page.goto(address);
    await page.getByText("This link opens nothing").waitFor();
    await lookAt(page, "own_evidence_gone");
    await page.evaluate(([id, token]) => {
      const kept = { attemptId: id, token, name: "Ada", exam: "Marks", code: "MARKS" };
      sessionStorage.setItem(`attempt:${id}`, JSON.stringify(kept));
    }, [ada.attempt_id, ada.session_token]);
    await page.goto(`${server.url}/result?attempt=${ada.attempt_id}`);
    await page.getByRole("link", { name: "See what was recorded of this exam" }).click();
    await page.getByText("of 100 at its highest").waitFor();
    await context.close();
    await staff.context.close();
  },
);

browserTest(
  "[EV43] [EV46] a student takes the signed account away; /verify finds that it fits, plays it, finds what was changed, and sends nothing",
  async (browser, server) => {
    const { ada } = await alarming(server);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const { page, problems } = await newStudentPage(context);
    await page.goto(`${server.url}/join/MARKS`);
    await page.evaluate(([id, token]) => {
      const kept = { attemptId: id, token, name: "Ada", exam: "Marks", code: "MARKS" };
      sessionStorage.setItem(`attempt:${id}`, JSON.stringify(kept));
    }, [ada.attempt_id, ada.session_token]);
    await page.goto(`${server.url}/evidence?attempt=${ada.attempt_id}`);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Take the signed account" }).click(),
    ]);
    const bytes = await Deno.readFile(await download.path());
    const verdict = await verifyProof(new Blob([bytes]).stream());
    assert.deepEqual([verdict.misfit, verdict.of?.student.name], [null, "Ada Wong-Fitzgerald"]);
    const receipt = await page.locator("code").last().innerText();

    await page.getByRole("link", { name: "Check an account" }).click();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("Choose a file.").waitFor();
    assert.deepEqual(await findViolations(page), []);
    await lookAt(page, "verify_missing");
    const check = async (name: string, buffer: Uint8Array) => {
      await page.getByLabel("File").setInputFiles({
        name,
        mimeType: "application/x-ndjson",
        buffer: Buffer.from(buffer),
      });
      await page.getByRole("button", { name: "Check", exact: true }).click();
    };
    await check("account.ndjson", bytes);
    await page.getByText("Everything fits").waitFor();
    await page.getByText("The key is not confirmed").waitFor();
    await page.getByText("Account of Ada Wong-Fitzgerald, exam “Marks”").waitFor();
    await page.getByText("Who signed it?").click();
    await page.getByLabel("Receipts").fill(receipt);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("The key is confirmed.").waitFor();
    await page.locator("[data-replay-scrubber]").press("End");
    await page.locator("[data-replay-clock]").waitFor();
    await page.getByText("xxxxxxxxxx").first().waitFor();
    await lookAt(page, "verify_fits");
    assert.deepEqual(await findViolations(page), []);
    const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replace("xxxx", "xyxx"));
    await check("account.ndjson", changed);
    await page.getByText("It does not fit").waitFor();
    await page.getByText("its bytes are not the ones that were written").waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await lookAt(page, "verify_misfit_390");
    const { services } = server;
    const exam = await services.exams.getByCode("MARKS");
    assert.ok(exam !== null);
    const lines = await Array.fromAsync(exportExam(services.stores, exam, services.now));
    await page.getByLabel("Receipts").fill("");
    await check("export.ndjson", new Uint8Array(await new Blob(lines as BlobPart[]).arrayBuffer()));
    await page.getByText("Export of the exam “Marks”").waitFor();
    await page.getByLabel("The server's key").fill(services.attempts.signer.key.public_key);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("The key is confirmed.").waitFor();
    await page.getByLabel("The server's key").fill("no key");
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("is no key").waitFor();
    assert.ok(asked.includes("GET /static/build/verify_worker.js"));
    assert.deepEqual(asked.filter((one) => !one.startsWith("GET /static/")), [], "nothing of a file is sent");
    assert.deepEqual(problems, []);
    await context.close();
  },
);

browserTest(
  "[EV42] another link in the same tab opens what it is of, and its secret leaves the address, too",
  async (browser, server) => {
    const { examId } = await server.publish(SAT_EXAM);
    const admin = await server.signIn();
    const [ada, bo] = await Promise.all(["Ada", "Bo"].map(async (name) => {
      const { attempt_id, session_token } = await server.join(name, "MARKS");
      await server.call("POST", "/submit_exam", session_token, {});
      const made = await server.call("POST", `/api/exams/${examId}/attempts/${attempt_id}/evidence_links`, admin, {});
      return `/evidence#${MadeEvidenceLink.parse(made.body).secret}`;
    }));
    const { page, complaints, context } = await watchedPage(browser, server.url);
    await page.goto(ada);
    await page.getByText("Ada", { exact: true }).waitFor();
    await page.goto(bo);
    await page.getByText("Bo", { exact: true }).waitFor();
    assert.equal(new URL(page.url()).hash, "");
    assert.equal(await page.getByText("Ada", { exact: true }).count(), 0);
    await page.goto(`/evidence#${"x".repeat(43)}`);
    await page.getByText("This link opens nothing").waitFor();
    assert.equal(
      await page.getByText("Bo", { exact: true }).count(),
      0,
      "nobody else's stands under a link that is none",
    );
    assert.deepEqual(complaints, []);
    await context.close();
  },
);
