import assert from "node:assert/strict";
import { AttemptAnswer } from "../../../protocol/attempt.ts";
import { EvidenceKeys } from "../../../protocol/evidence.ts";
import { Policy } from "../../../protocol/exam.ts";
import { ExamDocument } from "../../../protocol/exam_document.ts";
import { examHashes } from "../../../server/evidence/exam_hashes.ts";
import { sha256Hex } from "../../../server/log/hash.ts";
import { readReceipt } from "../../../server/evidence/receipt_text.ts";
import { saltedHash } from "../../../server/evidence/salted_hash.ts";
import { removeEvents } from "../../../server/retention/remove_attempt.ts";
import { decideFlag, raiseFlag } from "../../../server/review/flags.ts";
import { exportedLines, verifyLines } from "../../support/forged_export.ts";
import { hallTest, refusalOf, typed } from "../../support/hall.ts";
import { liveTest } from "../../support/live_server.ts";

hallTest("[EV1] a log begins with what it is bound to, and the name in it is a salted hash", async (hall) => {
  const exam = await hall.exam({ accommodations: { extra_time_percent: 25 }, attempts_per_student: 2 });
  const { attemptId, record, context } = await hall.join("Ada", "HALL", "7001");
  const first = await hall.stores.log.get(attemptId, 1);
  assert.ok(first?.entry.kind === "started" && record.studentSalt !== undefined);
  assert.deepEqual(first.entry.binds, {
    attempt_id: attemptId,
    exam_id: exam.examId,
    ...examHashes(exam.document),
    student: saltedHash("student", record.studentSalt, { name: "Ada", number: "7001" }),
  });
  assert.equal(context.accommodations.extra_time_percent, 25);
  assert.deepEqual(await hall.services.attempts.contexts.require(first.entry.context), context);
  assert.ok(!new TextDecoder().decode(first.bytes).includes("Ada"));
  await hall.exam({ code: "OTHER" });
  const same = await hall.join("Ada", "OTHER", "7001");
  const other = (await hall.stores.log.get(same.attemptId, 1))?.entry;
  assert.ok(other?.kind === "started" && other.binds?.student !== first.entry.binds?.student, "the salt is its own");
});

hallTest(
  "[EV2] flags, decisions and a change of device are entries, and fold the same live and read again",
  async (hall) => {
    await hall.exam();
    const attempt = await hall.join();
    await hall.append(attempt, [typed(10)]);
    const before = structuredClone(attempt.folded.report);
    const mark = { t: 5, at: hall.now, by: "amina", note: "a private note" };
    const flag = await raiseFlag(attempt, hall.stores.flags, mark);
    await decideFlag(attempt, hall.stores.flags, {
      flagId: flag.flag_id,
      state: "dismissed",
      by: "bruno",
      now: hall.now,
    });
    assert.deepEqual(attempt.folded.report, before, "nothing of it changes the score");
    assert.equal(attempt.head.openFlags, 0);
    const log = await Array.fromAsync(hall.stores.log.read(attempt.attemptId));
    const text = new TextDecoder().decode(log[2].bytes);
    assert.ok(!text.includes("private"), "the note is a salted hash");
    assert.deepEqual(log.map(({ entry }) => entry.kind), ["started", "batch", "flag_raised", "flag_decided"]);
    const { actions } = attempt.folded;
    assert.deepEqual(actions.map(({ kind, by }) => [kind, by]).slice(1), [["flag_raised", "amina"], [
      "flag_decided",
      "bruno",
    ]]);
    const again = await (await hall.restarted()).services.attempts.view(attempt.attemptId);
    assert.deepEqual(again.folded.actions, actions);
    assert.deepEqual(again.folded.report, before);
  },
);

hallTest("[EV2] a flag and its entry are stored together or not at all", async (hall) => {
  const exam = await hall.exam();
  const attempt = await hall.join();
  const elsewhere = await (await hall.restarted()).services.attempts.open(attempt.attemptId);
  const mark = { t: 5, at: hall.now, by: "amina", note: "" };
  assert.equal(await refusalOf(raiseFlag(attempt, hall.stores.flags, mark)), "unavailable");
  assert.deepEqual(await hall.stores.flags.list(exam.examId, attempt.attemptId), []);
  await raiseFlag(elsewhere, hall.stores.flags, mark);
  assert.equal((await hall.stores.flags.list(exam.examId, attempt.attemptId)).length, 1);
  assert.equal((await Array.fromAsync(hall.stores.log.read(attempt.attemptId))).length, 2);
});

Deno.test("[EV3] the hashes of a paper and of a policy stay what they are: logs hold them", () => {
  const document = ExamDocument.parse({
    code: "FROZEN",
    title: "Frozen",
    duration_minutes: 60,
    policy: { flag_at: 55, scoring: { muted: ["away"] } },
    questions: [
      { id: "q1", type: "essay", text: "Why?" },
      {
        id: "q2",
        type: "single_choice",
        text: "Which?",
        choices: [{ id: "a", text: "A" }, { id: "b", text: "B" }],
        correct: "a",
      },
    ],
  });
  assert.deepEqual(examHashes(document), {
    paper: "494972de566d4b9eaeccb0a73341fabeeaef6962fc6fe652b2d6daba6317602d",
    policy: "b6603f07c2502d19cdf84684191504fbe1c05a8afebfdeaf79d4bb25c2fd0e91",
  });
  const usual = examHashes({ ...document, policy: Policy.parse({}) });
  assert.equal(usual.policy, sha256Hex("{}"), "a default adds nothing: one that is new changes no hash of before");
  const other = ExamDocument.parse({ ...document, questions: document.questions.toReversed() });
  assert.notEqual(examHashes(other).paper, examHashes(document).paper);
});

Deno.test("[EV3] a paper's hash binds its sections and that it is sat forward only, where it has them", () => {
  const plain = {
    code: "BOUND",
    title: "Bound",
    duration_minutes: 5,
    questions: [{ id: "q1", type: "essay", text: "Why?", section: "a" }],
  };
  const paperOf = (more: object) => examHashes(ExamDocument.parse({ ...plain, ...more })).paper;
  const section = { id: "a", title: "Part A", text: "Read the article." };
  const sections = [section];
  const papers = [
    paperOf({ sections }),
    paperOf({ sections: [{ ...section, title: "Part B" }] }),
    paperOf({ sections: [{ ...section, text: "Read the poem." }] }),
    paperOf({ sections, navigation: "forward" }),
  ];
  assert.equal(new Set(papers).size, papers.length);
  assert.equal(paperOf({ sections, navigation: "free" }), papers[0], "free is what is meant where nothing is said");
  const questions = [{ ...plain.questions[0], section: undefined }];
  assert.equal(paperOf({ questions, sections: [], navigation: "free" }), paperOf({ questions }));
});

hallTest("[EV5] all instances of a store sign with one key, and go on with it after a restart", async (hall) => {
  const { key } = hall.services.attempts.signer;
  assert.deepEqual((await hall.restarted()).services.attempts.signer.key, key);
});

liveTest("[EV5] the public half of the key is open to anyone, and signs what a student gets", async (server) => {
  const keys = await server.call("GET", "/.well-known/invigil-evidence.json", null);
  assert.deepEqual(EvidenceKeys.parse(keys.body), { keys: [server.services.attempts.signer.key] });
  const { attempt_id, session_token } = await server.join("Ada");
  const own = AttemptAnswer.parse((await server.call("GET", "/api/attempt", session_token)).body);
  const { head } = await server.services.attempts.view(attempt_id);
  const receipt = readReceipt(own.receipt);
  assert.deepEqual([receipt?.attemptId, receipt?.n, receipt?.chain], [attempt_id, head.n, head.chain]);
});

liveTest("[EV2] a student's own data holds what was captured, and no note of staff", async (server) => {
  const { attempt_id, session_token } = await server.join("Ada");
  const { attempts, stores, now } = server.services;
  const attempt = await attempts.open(attempt_id);
  await raiseFlag(attempt, stores.flags, { t: 5, at: now(), by: "amina", note: "look" });
  const own = await server.call("GET", "/api/attempt/captured", session_token);
  assert.equal(own.status, 200);
  assert.ok(!JSON.stringify(own.body).includes("flag"));
});

hallTest("[EV2] nothing is flagged behind a log that was removed", async (hall) => {
  const exam = await hall.exam({ retention: { events_days: 0, reports_days: 30 } });
  const attempt = await hall.join();
  const mark = { t: 5, at: hall.now, by: "amina", note: "" };
  const flag = await raiseFlag(attempt, hall.stores.flags, mark);
  const decision = { flagId: flag.flag_id, state: "dismissed", by: "amina", now: hall.now } as const;
  await decideFlag(attempt, hall.stores.flags, decision);
  await hall.end(attempt);
  const { attempts, audit } = hall.services;
  const line = audit.line({ who: "system", role: "system", from: null, requestId: null, what: "retention_events" });
  await removeEvents(attempts, attempt.attemptId, { cause: "retention", now: hall.now, fence: null, line });
  const emptied = await attempts.open(attempt.attemptId);
  assert.equal(await refusalOf(raiseFlag(emptied, hall.stores.flags, mark)), "wrong_state");
  const reopened = decideFlag(emptied, hall.stores.flags, { ...decision, state: "open" });
  assert.equal(await refusalOf(reopened), "wrong_state");
  assert.equal((await verifyLines(await exportedLines(hall, exam))).misfit, null);
});
