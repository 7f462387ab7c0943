import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { ERROR_RATES, sittingsMeasured } from "../../scoring/error_rates.ts";
import { raiseFlag } from "../../server/review/flags.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";
import { proctorSocket } from "../support/socket_client.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PASSWORD = "a-long-password-of-pat";

/** What only staff should read: of a verdict, of a flag, of an accommodation. */
const PRIVATE = ["Ask about the telephone.", "A sentence at once.", "Arm in plaster."];

/** An exam whose Ada has a flag, a verdict and an accommodation, each with words for staff alone, and a statement. */
async function reviewed(server: LiveServer) {
  const { examId } = await server.publish({
    ...SAT_EXAM,
    time_zone: "Europe/Vienna",
    staff: [{ username: "pat", role: "proctor", password: PASSWORD }],
  });
  const base = `/api/exams/${examId}`;
  const { attempt_id, session_token } = await sitExam(server, "Ada <b>L</b>", "What no report tells.", {
    isOver: false,
  });
  const pat = await server.signIn("pat", PASSWORD);
  const proctor = proctorSocket(server.url, pat, examId);
  await proctor.next("room");
  await proctor.say({
    type: "accommodate",
    id: "1",
    attempt_id,
    accommodations: { extra_time_percent: 25 },
    reason: PRIVATE[2],
  });
  await proctor.next("done");
  const { attempts, stores, now } = server.services;
  await raiseFlag(await attempts.open(attempt_id), stores.flags, { t: 100, at: now(), by: "pat", note: PRIVATE[1] });
  await server.call("POST", "/submit_exam", session_token, {});
  await server.call("POST", "/api/attempt/statement", session_token, { text: "My <i>phone</i> rang.", t: 100 });
  const verdict = { verdict: "suspicious", reasons: ["external_text"], note: PRIVATE[0] };
  assert.equal((await server.call("PUT", `${base}/attempts/${attempt_id}/verdict`, pat, verdict)).status, 200);
  return { examId, base, attempt_id, session_token, pat };
}

/** A report's text as a reader has it, without its marks. */
function readText(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]+>/g, " ").replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&").replace(/\s+/g, " ");
}

liveTest(
  "[RV40] an attempt's report has its figures, reasons, actions, verdicts, statements, rates and signed end",
  async (server) => {
    const { base, attempt_id, pat } = await reviewed(server);
    const answer = await server.call("GET", `${base}/attempts/${attempt_id}/report`, pat);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
    const html = String(answer.body);
    const text = readText(html);
    const { head } = await server.services.attempts.view(attempt_id);
    const { key } = server.services.attempts.signer;
    const view = await server.services.attempts.view(attempt_id);
    const told = [
      "Ada <b>L</b>, Marks",
      "Times of the day are in Europe/Vienna",
      "Suspicious",
      "pat",
      "My <i>phone</i> rang.",
      "more time",
      "Changed what is taken into account by pat",
      "What the score cannot tell",
      head.chain,
      key.public_key,
      server.services.attempts.receiptOf(view),
      "not measurable on recordings; simulated only",
      `Measured on ${sittingsMeasured(ERROR_RATES)} recorded sittings`,
    ];
    for (const part of told) assert.ok(text.includes(part), part);
    assert.ok(!html.includes("What no report tells."), "no answer is in a report");
  },
);

liveTest(
  "[RV41] what only staff should read is in a report where it is asked for, and in no other",
  async (server) => {
    const { base, attempt_id, pat } = await reviewed(server);
    const path = `${base}/attempts/${attempt_id}/report`;
    const plain = String((await server.call("GET", path, pat)).body);
    const noted = String((await server.call("GET", `${path}?notes=true`, pat)).body);
    for (const words of PRIVATE) {
      assert.ok(!plain.includes(words), words);
      assert.ok(noted.includes(words), words);
    }
    assert.ok(readText(noted).includes("It is not meant for the student."));
    assert.equal(errorOf(await server.call("GET", `${path}?notes=yes`, pat)).path, "notes");
  },
);

liveTest(
  "[RV42] a report needs nothing else, runs nothing, and is for who reviews the exam",
  async (server) => {
    const { base, attempt_id, session_token, pat } = await reviewed(server);
    await server.publish({
      ...SAT_EXAM,
      code: "OTHER",
      staff: [{ username: "eve", role: "proctor", password: PASSWORD }],
    });
    const eve = await server.signIn("eve", PASSWORD);
    for (const path of [`${base}/attempts/${attempt_id}/report`, `${base}/report`]) {
      for (const [token, status] of [[null, 401], [session_token, 403], [eve, 403], [pat, 200]] as const) {
        assert.equal((await server.call("GET", path, token)).status, status, path);
      }
      const answer = await server.call("GET", path, pat);
      const html = String(answer.body);
      assert.doesNotMatch(html, /<script|<link|<img|<iframe|<form|\bsrc=|\bhref=|url\(|@import|https?:|\bstyle="/);
      const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/i.exec(html)?.[1] ?? "";
      assert.match(policy, /^default-src 'none'; style-src 'sha256-[^;]+; base-uri 'none'; form-action 'none'$/);
      assert.equal(answer.headers.get("content-security-policy"), `${policy}; frame-ancestors 'none'`);
      assert.match(answer.headers.get("content-disposition") ?? "", /^inline; filename="report-MARKS[\w-]*\.html"$/);
    }
  },
);

liveTest("[RV44] [RV50] an exam's report has every attempt, the verdicts and who handled what", async (server) => {
  const { base, pat } = await reviewed(server);
  await sitExam(server, "Bo", "One.", { isOver: false });
  const text = readText(String((await server.call("GET", `${base}/report`, pat)).body));
  for (const part of ["Ada <b>L</b>", "Bo", "Reviewed 1 of 2", "1 open, 0 confirmed, 0 dismissed"]) {
    assert.ok(text.includes(part), part);
  }
  for (const part of ["At which question moments were flagged Question Flags Attempts Confirmed 1 1 1 0"]) {
    assert.ok(text.includes(part), part);
  }
  assert.ok(text.includes("Nobody's browser said that it had lost the network."));
  // One verdict, one flag, no alert, one accommodation; of one attempt.
  assert.match(text, /pat 1 1 0 1 1 /);
  const german = await fetch(`${server.url}${base}/report`, {
    headers: { authorization: `Bearer ${pat}`, "accept-language": "de" },
  });
  assert.match(await german.text(), /<html lang="de"[^]*Wer was bearbeitet hat/);
  for (let more = 0; more < 5; more++) await server.call("GET", `${base}/report`, pat);
  assert.equal(errorOf(await server.call("GET", `${base}/report`, pat)).code, "rate_limited");
});

liveTest("[RV45] deno task report writes the same reports to standard output", async (server) => {
  const { examId, attempt_id } = await reviewed(server);
  await server.services.attempts.drained();
  const report = async (...args: string[]) => {
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-check", "--quiet", "server/tasks/report.ts", ...args],
      cwd: ROOT,
      env: { INVIGIL_KV: `${server.folder}/test.kv` },
    }).output();
    return { code, out: new TextDecoder().decode(stdout), complaint: new TextDecoder().decode(stderr) };
  };
  const whole = await report("--exam", "MARKS", "--language", "de");
  assert.deepEqual([whole.code, whole.complaint], [0, ""]);
  assert.match(whole.out, /^<!doctype html>\n<html lang="de"[^]*<\/html>\n$/);
  const one = await report("--exam", examId, "--attempt", attempt_id, "--notes");
  assert.equal(one.code, 0, one.complaint);
  assert.ok(one.out.includes(PRIVATE[0]));
  const none = await report("--exam", examId, "--attempt", "nobody");
  assert.deepEqual([none.code, none.out], [2, ""]);
  assert.match(none.complaint, /has no attempt nobody/);
  assert.equal((await report()).code, 2);
});
