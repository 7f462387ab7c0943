import assert from "node:assert/strict";
import type { AuditPage } from "../../../protocol/staff.ts";
import { actorOf, AuditLog, SYSTEM } from "../../../server/audit/audit_log.ts";
import { totpCode, totpStep } from "../../../server/auth/totp.ts";
import { ADDRESS, inMemory, onBothStores, PASSWORD } from "./auth_fixture.ts";

onBothStores("[AU29] every change by staff leaves a line: who, what, about what, when, from where", async (fixture) => {
  await fixture.auth.accounts.ensureFirstAdmin(PASSWORD, false);
  const { token } = await fixture.signIn("admin");
  const other = await fixture.signIn("admin");
  const staffId = await fixture.account("bruno", "proctor");
  const sent = { token };
  await fixture.send("revoke_session", { ...sent, params: { session_id: other.sessionId } });
  await fixture.send("change_password", { ...sent, body: { current: PASSWORD, next: "another good phrase" } });
  const password = "another good phrase";
  const { secret } = (await fixture.send("start_totp", { ...sent, body: { password } })).body as { secret: string };
  await fixture.send("confirm_totp", { ...sent, body: { code: totpCode(secret, totpStep(fixture.nowMs)) } });
  await fixture.send("delete_totp", { ...sent, body: { password } });
  const invited = await fixture.send("invite_staff", { ...sent, body: { username: "chen", role: "proctor" } });
  const invitation = (invited.body as { token: string }).token;
  await fixture.send("accept_invitation", { body: { token: invitation, password: PASSWORD } });
  await fixture.send("disable_staff", { ...sent, params: { staff_id: staffId } });
  await fixture.send("create_session", { body: { username: "bruno", password: "my secret, typed wrong" } });
  await fixture.send("create_session", { body: { username: "my secret as name", password: "x" } });
  await fixture.auth.audit.write({ ...SYSTEM, what: "probe" });
  assert.deepEqual(await fixture.audited(), [
    "create_account",
    "sign_in",
    "sign_in",
    "create_account",
    "revoke_session",
    "change_password",
    "start_totp",
    "confirm_totp",
    "delete_totp",
    "invite",
    "accept_invitation",
    "disable_account",
    "sign_in_refused",
    "sign_in_refused",
    "probe",
  ]);
  const page = (await fixture.send("list_audit", sent)).body as AuditPage;
  const disabled = page.entries.find(({ what }) => what === "disable_account");
  assert.deepEqual({ ...disabled, id: "" }, {
    id: "",
    at: fixture.nowMs,
    who: "admin",
    role: "admin",
    what: "disable_account",
    about: "staff:bruno",
    from: ADDRESS,
    why: null,
    request_id: "request-1",
  });
  const text = JSON.stringify(page);
  for (const secretText of [PASSWORD, password, "my secret", secret, invitation, token]) {
    assert.ok(!text.includes(secretText), secretText);
  }
});

onBothStores("[AU29] a refused change leaves no line of the change", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  await fixture.send("change_password", { token, body: { current: "wrong", next: "another good phrase" } });
  await fixture.send("revoke_session", { token, params: { session_id: "x" } });
  await fixture.send("confirm_totp", { token, body: { code: "000000" } });
  assert.deepEqual(await fixture.audited(), ["create_account", "sign_in"]);
});

onBothStores(
  "[AU30] the log is paged newest first, every line once, also while it grows and within one ms",
  async (fixture) => {
    const { audit } = fixture.auth;
    const written: string[] = [];
    for (let i = 0; i < 57; i++) {
      if (i % 10 === 0) fixture.nowMs += 1;
      written.push(`line ${i}`);
      await audit.write({ ...SYSTEM, what: `line ${i}` });
    }
    const read: string[] = [];
    let before: string | undefined;
    do {
      const page = await audit.page(before, 10);
      assert.ok(page.entries.length <= 10);
      read.push(...page.entries.map(({ what }) => what));
      before = page.next ?? undefined;
      fixture.nowMs += 1;
      await audit.write({ ...SYSTEM, what: "later" });
    } while (before !== undefined);
    assert.deepEqual(read, written.reverse());
  },
);

inMemory("[AU30] two instances that write in the same ms overwrite nothing", async (fixture) => {
  const instances = [1, 2].map(() => new AuditLog(fixture.stores, () => fixture.nowMs));
  await Promise.all(Array.from({ length: 60 }, (_, i) => instances[i % 2].write({ ...SYSTEM, what: `line ${i}` })));
  assert.equal(new Set(await fixture.audited()).size, 60);
});

inMemory("[AU30] any cursor is answered, page size is bounded", async (fixture) => {
  await fixture.account("boss", "admin");
  const { token } = await fixture.signIn("boss");
  const statusOf = async (query: Record<string, string>) => {
    const route = fixture.routes.get("list_audit");
    if (!route?.query?.safeParse(query).success) return 422;
    return (await fixture.send("list_audit", { token, query })).status;
  };
  for (const before of ["0", "-1", "zzzz", "nonsense!", "9".repeat(60), "0-0000-x"]) {
    assert.equal(await statusOf({ before }), 200, before);
  }
  const wrong: Record<string, string>[] = [
    { limit: "0" },
    { limit: "201" },
    { limit: "x" },
    { before: "x".repeat(65) },
    { other: "1" },
  ];
  for (const query of wrong) assert.equal(await statusOf(query), 422, JSON.stringify(query));
});

inMemory(
  "[AU29] a reason is kept up to its limit, and a line can join a commit that is made elsewhere",
  async (fixture) => {
    const { audit } = fixture.auth;
    const student = actorOf({ kind: "student", attemptId: "attempt-1", examId: "exam-a" }, ADDRESS, "r");
    const line = audit.line({
      ...student,
      what: "submit",
      about: "attempt:1",
      why: "x".repeat(5_000),
    });
    await fixture.stores.commit([line]);
    const { entries } = await audit.page(undefined, 10);
    assert.equal(entries[0].why?.length, 2_000);
    assert.deepEqual([entries[0].who, entries[0].role], ["student", "student"]);
  },
);

inMemory(
  "[AU35] the log is filtered by who, what, about what and when; a page looks at a bounded part of it",
  async (fixture) => {
    await fixture.account("boss", "admin");
    const { token } = await fixture.signIn("boss");
    const { audit } = fixture.auth;
    for (let index = 0; index < 30; index++) {
      fixture.nowMs += 1_000;
      const what = index % 3 === 0 ? "pause" : "message";
      await audit.write({ ...SYSTEM, who: index % 2 === 0 ? "amina" : "bruno", what, about: `exam:e${index % 5}` });
    }
    const page = async (query: Record<string, string>) =>
      (await fixture.send("list_audit", { token, query: { limit: "100", ...query } })).body as AuditPage;
    assert.equal((await page({ who: "amina" })).entries.length, 15);
    assert.equal((await page({ who: "amina", what: "pause" })).entries.length, 5);
    assert.equal((await page({ about: "exam:e2" })).entries.length, 6);
    const between = await page({ what: "pause", from: `${fixture.nowMs - 9_000}`, to: `${fixture.nowMs - 3_000}` });
    assert.deepEqual(between.entries.map(({ at }) => fixture.nowMs - at), [5_000, 8_000]);
    const first = await page({ who: "bruno", limit: "4" });
    const second = await page({ who: "bruno", before: first.next ?? "" });
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    assert.deepEqual([ids.length, new Set(ids).size, second.next], [15, 15, null]);
  },
);
