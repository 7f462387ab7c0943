import assert from "node:assert/strict";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { EvidenceLink, MadeEvidenceLink, OpenedEvidence } from "../../protocol/evidence_link.ts";
import { OwnEvidence } from "../../protocol/own_evidence.ts";
import { ReplayPage } from "../../protocol/replay.ts";
import { AuditPage } from "../../protocol/staff.ts";
import { end, extend } from "../../server/attempts/interventions.ts";
import { eraseAttempt } from "../../server/retention/erase_student.ts";
import { removeEvents } from "../../server/retention/remove_attempt.ts";
import { SYSTEM } from "../../server/audit/audit_log.ts";
import { errorOf, type LiveServer, liveTest } from "../support/live_server.ts";
import { SAT_EXAM, sitExam } from "../support/sat_exam.ts";

async function setUp(server: LiveServer, policy: Record<string, unknown> = {}, isOver = true) {
  const { examId } = await server.publish({ ...SAT_EXAM, policy });
  const ada = await sitExam(server, "Ada", "Two causes.", { isOver });
  const admin = await server.signIn();
  const path = `/api/exams/${examId}/attempts/${ada.attempt_id}`;
  return {
    ada,
    admin,
    path,
    make: (days = 7) => server.call("POST", `${path}/evidence_links`, admin, { days }),
    open: (secret: string) => server.call("POST", "/api/evidence", null, { secret }),
    evidence: (token: string | null) => server.call("GET", "/api/evidence", token),
  };
}

liveTest(
  "[EV40] a link opens one attempt's evidence without an account, until it is taken back or its time is over",
  async (server) => {
    const { ada, admin, path, make, open, evidence } = await setUp(server);
    const { link, secret } = MadeEvidenceLink.parse((await make()).body);
    assert.equal(link.opened_at, null);
    const { token, expires_at: expiresAt } = OpenedEvidence.parse((await open(secret)).body);
    assert.ok(expiresAt <= link.expires_at);
    assert.equal(OwnEvidence.parse((await evidence(token)).body).attempt_id, ada.attempt_id);
    const page = await server.call("GET", "/api/evidence/replay?after=0", token);
    assert.ok(ReplayPage.parse(page.body).steps.length > 0);
    assert.equal((await server.call("POST", "/api/attempt/statement", token, { text: "My phone rang." })).status, 201);
    assert.equal((await server.call("GET", "/api/attempt", token)).status, 403);
    assert.equal((await server.call("GET", `${path}/review`, token)).status, 403);

    const listed = EvidenceLink.array().parse((await server.call("GET", `${path}/evidence_links`, admin)).body);
    assert.deepEqual(listed.map(({ link_id, opened_at }) => [link_id, typeof opened_at]), [[link.link_id, "number"]]);
    let stored = "";
    for await (const { key, value } of server.services.stores.whole.read()) stored += JSON.stringify([key, value]);
    for (const opening of [secret, token]) assert.ok(!stored.includes(opening), "a secret stands nowhere");

    const second = OpenedEvidence.parse((await open(secret)).body).token;
    assert.equal((await server.call("DELETE", `${path}/evidence_links/${link.link_id}`, admin)).status, 204);
    for (const one of [token, second]) assert.equal((await evidence(one)).status, 401);
    assert.equal((await open(secret)).status, 401);
    assert.equal((await server.call("DELETE", `${path}/evidence_links/${link.link_id}`, admin)).status, 404);
    const { entries } = AuditPage.parse((await server.call("GET", "/api/audit", admin)).body);
    const told = entries.filter(({ what }) => what.endsWith("_evidence_link")).map(({ what, role }) => [what, role]);
    assert.deepEqual(told.reverse(), [
      ["make_evidence_link", "admin"],
      ["open_evidence_link", "anyone"],
      ["open_evidence_link", "anyone"],
      ["revoke_evidence_link", "admin"],
    ]);
  },
);

liveTest("[EV40] a link has an end, a reader's token before it, and an attempt ten links at most", async (server) => {
  const { make, path, admin, ada } = await setUp(server);
  for (const days of [0, 91, 1.5]) assert.equal((await make(days)).status, 422);
  const { evidenceLinks } = server.services.auth;
  let ahead = 0;
  const later = new (evidenceLinks.constructor as new (...parts: unknown[]) => typeof evidenceLinks)(
    evidenceLinks.stores,
    evidenceLinks.audit,
    () => server.services.now() + ahead,
  );
  const { secret } = MadeEvidenceLink.parse((await make(1)).body);
  const actor = { who: "anyone", role: "anyone", from: null, requestId: null } as const;
  const { token } = await later.open(secret, actor);
  assert.equal((await later.readerOf(token))?.attemptId, ada.attempt_id);
  ahead = 13 * 3_600_000;
  assert.equal(await later.readerOf(token), null, "half a day later the link is asked for again");
  const again = await later.open(secret, actor);
  assert.equal((await later.readerOf(again.token))?.attemptId, ada.attempt_id);
  ahead = 24 * 3_600_000 + 1;
  assert.equal(await later.readerOf(again.token), null);
  await assert.rejects(later.open(secret, actor), /opens nothing|evidence_link_opens_nothing/);
  for (let n = 1; n < 10; n++) assert.equal((await make()).status, 201);
  assert.equal(errorOf(await make()).code, "wrong_state");
  await eraseAttempt(server.services.attempts, server.services.audit, ada.attempt_id);
  assert.deepEqual(await server.services.stores.evidenceLinks.list(ada.attempt_id), []);
  assert.equal((await server.call("GET", `${path}/evidence_links`, admin)).status, 404);
});

liveTest(
  "[EV41] a student reads the same risk and reasons as staff, in the second person, and nothing that staff said or decided",
  async (server) => {
    const { ada, admin, path, evidence } = await setUp(server);
    await server.call("POST", `${path}/notes`, admin, { text: "SECRET NOTE" });
    const verdict = { verdict: "suspicious", reasons: [], note: "SECRET VERDICT" };
    assert.equal((await server.call("PUT", `${path}/verdict`, admin, verdict)).status, 200);
    const own = await evidence(ada.session_token);
    const { risk, actions } = OwnEvidence.parse(own.body);
    const staffs = AttemptDetail.parse((await server.call("GET", path, admin)).body);
    assert.deepEqual(risk?.report, staffs.report);
    assert.deepEqual(risk?.timeline, staffs.timeline);
    assert.deepEqual(
      risk?.reasons.map(({ name, points }) => [name, points]),
      staffs.reasons.map((reason) => [
        reason.name,
        reason.points,
      ]),
    );
    assert.ok(actions.every(({ by }) => ["student", "system", "staff"].includes(by)));
    const text = JSON.stringify(own.body);
    for (const kept of ["SECRET", "suspicious", "admin"]) assert.ok(!text.includes(kept), kept);
  },
);

liveTest("[EV41] before the end there is no evidence, and by policy no risk in it, or none of it", async (server) => {
  const { make, ada, evidence } = await setUp(server, { show_risk: "never" });
  assert.equal(OwnEvidence.parse((await evidence(ada.session_token)).body).risk, null);
  assert.equal((await make()).status, 201);
  const { examId } = await server.publish({ ...SAT_EXAM, code: "CLOSED", policy: { review: { evidence: false } } });
  const bo = await sitExam(server, "Bo", "One cause.", { code: "CLOSED", isOver: false });
  const path = `/api/exams/${examId}/attempts/${bo.attempt_id}/evidence_links`;
  const admin = await server.signIn();
  assert.equal(errorOf(await evidence(bo.session_token)).code, "forbidden");
  await server.call("POST", "/submit_exam", bo.session_token, {});
  assert.equal(errorOf(await evidence(bo.session_token)).code, "forbidden");
  assert.equal(errorOf(await server.call("POST", path, admin, {})).code, "forbidden");
  const cy = await sitExam(server, "Cy", "No cause.", { isOver: false });
  assert.equal(errorOf(await evidence(cy.session_token)).code, "wrong_state");
});

liveTest("[EV40] however many ask at once, an attempt has ten links, and each opening of one opens", async (server) => {
  const { make, open, path, admin } = await setUp(server);
  const { secret } = MadeEvidenceLink.parse((await make()).body);
  const opened = await Promise.all(Array.from({ length: 12 }, () => open(secret)));
  assert.deepEqual(opened.map(({ status }) => status), Array(12).fill(200));
  const made = await Promise.all(Array.from({ length: 16 }, () => make()));
  assert.equal(made.filter(({ status }) => status === 201).length, 9);
  const links = EvidenceLink.array().parse((await server.call("GET", `${path}/evidence_links`, admin)).body);
  assert.equal(links.length, 10);
});

liveTest("[EV41] by a link nothing is told or said while an attempt that was over goes on", async (server) => {
  const { make, ada, open } = await setUp(server, {}, false);
  const attempt = await server.services.attempts.open(ada.attempt_id);
  const now = server.services.now();
  await attempt.intervene(end({ by: "system", now, reason: null }, "deadline"));
  const { secret } = MadeEvidenceLink.parse((await make()).body);
  const { token } = OpenedEvidence.parse((await open(secret)).body);
  assert.equal((await server.call("POST", "/api/attempt/statement", token, { text: "My phone rang." })).status, 201);
  await attempt.intervene(extend({ by: "admin", now, reason: "It was a mistake." }, 30, 60_000));
  for (const path of ["", "/replay?after=0", "/proof"]) {
    assert.equal(errorOf(await server.call("GET", `/api/evidence${path}`, token)).code, "wrong_state", path);
  }
  assert.equal(errorOf(await server.call("GET", "/api/attempt/statement", token)).code, "wrong_state");
  const more = await server.call("POST", "/api/attempt/statement", token, { text: "More." });
  assert.equal(errorOf(more).code, "wrong_state");
  assert.equal((await server.call("GET", "/api/attempt/statement", ada.session_token)).status, 200);
});

liveTest("[EV42] where the events were removed, nobody is asked to say what cannot be taken", async (server) => {
  const { ada, make, open, evidence } = await setUp(server);
  const { secret } = MadeEvidenceLink.parse((await make()).body);
  const { token } = OpenedEvidence.parse((await open(secret)).body);
  const { attempts, audit, now } = server.services;
  const line = audit.line({ ...SYSTEM, what: "remove" });
  await removeEvents(attempts, ada.attempt_id, { cause: "retention", now: now(), fence: null, line });
  assert.equal((await evidence(token)).status, 401, "its link went with the events");
  const own = OwnEvidence.parse((await evidence(ada.session_token)).body);
  assert.deepEqual([own.has_log, own.has_proof, own.takes_statements], [false, false, false]);
});
