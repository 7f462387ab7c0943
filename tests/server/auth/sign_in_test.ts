import assert from "node:assert/strict";
import { changeAccount } from "../../../server/auth/change_account.ts";
import { Passwords } from "../../../server/auth/passwords.ts";
import { totpCode, totpStep } from "../../../server/auth/totp.ts";
import { ADDRESS, codeOf, type Fixture, inMemory, PASSWORD } from "./auth_fixture.ts";

/** Sets a second factor up by its endpoints and returns its secret. */
async function withTotp(fixture: Fixture, token: string): Promise<string> {
  const started = await fixture.send("start_totp", { token, body: { password: PASSWORD } });
  const { secret } = started.body as { secret: string };
  const code = totpCode(secret, totpStep(fixture.nowMs));
  assert.equal((await fixture.send("confirm_totp", { token, body: { code } })).status, 204);
  return secret;
}

inMemory("[AU14] signing in answers token, role and end, as the design says", async (fixture) => {
  await fixture.account("amina", "instructor");
  const answer = await fixture.send("create_session", { body: { username: " Amina", password: PASSWORD } });
  assert.equal(answer.status, 200);
  const { token, role, expires_at } = answer.body as { token: string; role: string; expires_at: number };
  assert.equal(role, "instructor");
  assert.equal(expires_at, fixture.nowMs + 12 * 3_600_000);
  assert.equal(answer.headers["cache-control"], "no-store");
  assert.equal((await fixture.send("get_session", { token })).status, 200);
});

inMemory(
  "[AU4] unknown name, wrong password and disabled account: the same answer after the same work",
  async (fixture) => {
    await fixture.account("amina", "proctor");
    const gone = await fixture.account("gone", "proctor");
    await changeAccount(fixture.stores, gone, (record) => ({ record: { ...record, disabledAt: 1 } }));
    const answers: string[] = [];
    for (
      const body of [
        { username: "nobody", password: "wrong password" },
        { username: "amina", password: "wrong password" },
        { username: "gone", password: "wrong password" },
        { username: "gone", password: PASSWORD },
        { username: "amina", password: "" + "x".repeat(1_000) },
      ]
    ) {
      const before = fixture.passwords.derived;
      const answer = await fixture.send("create_session", { body });
      assert.equal(fixture.passwords.derived - before, 1, `${body.username}: work`);
      answers.push(JSON.stringify([answer.status, answer.headers, answer.body]));
    }
    assert.equal(new Set(answers).size, 1);
    assert.match(answers[0], /^\[401,.*"unauthorized"/);
  },
);

inMemory("[AU4] throttling an unknown name answers like throttling a known one", async (fixture) => {
  await fixture.account("amina", "proctor");
  const seen = await Promise.all(["amina", "nobody"].map(async (username) => {
    const answers: unknown[] = [];
    for (let i = 0; i < 8; i++) {
      const answer = await fixture.send("create_session", {
        body: { username, password: "wrong password" },
        address: username === "amina" ? "198.51.100.1" : "198.51.100.2",
      });
      answers.push([answer.status, answer.headers, answer.body]);
    }
    return answers;
  }));
  assert.deepEqual(seen[0], seen[1]);
  assert.deepEqual((seen[0] as [number][]).map(([status]) => status), [401, 401, 401, 401, 401, 429, 429, 429]);
});

inMemory(
  "[AU11] a throttled attempt costs no work, says when to come back, and the right password then works",
  async (fixture) => {
    await fixture.account("amina", "proctor");
    const body = { username: "amina", password: "wrong password" };
    for (let i = 0; i < 5; i++) await fixture.send("create_session", { body });
    const before = fixture.passwords.derived;
    const refused = await fixture.send("create_session", { body: { ...body, password: PASSWORD } });
    assert.equal(refused.status, 429);
    assert.equal(refused.headers["retry-after"], "1");
    assert.equal(fixture.passwords.derived, before);
    fixture.nowMs += 1_000;
    assert.equal((await fixture.send("create_session", { body: { ...body, password: PASSWORD } })).status, 200);
  },
);

inMemory("[AU12] an owner signs in from a known address while strangers everywhere guess", async (fixture) => {
  await fixture.account("amina", "proctor");
  await fixture.signIn("amina");
  for (let i = 0; i < 100; i++) {
    await fixture.send("create_session", {
      body: { username: "amina", password: "wrong password" },
      address: `10.0.0.${i}`,
    });
  }
  const body = { username: "amina", password: PASSWORD };
  assert.equal((await fixture.send("create_session", { body, address: "198.51.100.50" })).status, 429);
  assert.equal((await fixture.send("create_session", { body, address: ADDRESS })).status, 200);
});

inMemory("[AU3] a hash of an older cost is made anew at the next good login, and only then", async (fixture) => {
  const staffId = await fixture.account("amina", "proctor");
  const old = await new Passwords({ cost: { logN: 3, r: 8, p: 1 } }).hash(PASSWORD);
  await changeAccount(fixture.stores, staffId, (record) => ({ record: { ...record, password: old } }));
  await assert.rejects(() => fixture.signIn("amina", "wrong password"), { code: "unauthorized" });
  assert.equal((await fixture.auth.staff.get(staffId))?.record.password, old);
  await fixture.signIn("amina");
  const renewed = (await fixture.auth.staff.get(staffId))?.record.password ?? "";
  assert.match(renewed, /^\$scrypt\$ln=4,/);
  await fixture.signIn("amina");
  assert.equal((await fixture.auth.staff.get(staffId))?.record.password, renewed);
});

inMemory("[AU14] many machines sign in to one account at once", async (fixture) => {
  await fixture.account("robot", "proctor");
  const opened = await Promise.all(Array.from({ length: 5 }, () => fixture.signIn("robot")));
  assert.equal(new Set(opened.map(({ token }) => token)).size, 5);
  for (const { token } of opened) assert.equal((await fixture.send("get_session", { token })).status, 200);
});

inMemory("[AU7] with a second factor, password and code are both needed, and no code opens twice", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const secret = await withTotp(fixture, token);
  const signIn = (code?: string, password = PASSWORD) =>
    fixture.send("create_session", { body: { username: "amina", password, code } });
  const codeNow = () => totpCode(secret, totpStep(fixture.nowMs));

  assert.equal((await signIn(codeNow())).status, 401); // the code of the set-up was used by it
  fixture.nowMs += 30_000;
  const missing = await signIn();
  assert.deepEqual([missing.status, codeOf(missing)], [401, "code_required"]);
  assert.equal(codeOf(await signIn(undefined, "wrong password")), "unauthorized");
  assert.equal(codeOf(await signIn(codeNow(), "wrong password")), "unauthorized");
  assert.equal((await signIn(codeNow())).status, 200);
  assert.equal(codeOf(await signIn(codeNow())), "code_required");
  fixture.nowMs += 30_000;
  assert.equal((await signIn(codeNow())).status, 200);
});

inMemory("[AU7] of the same code sent twice at once, one is taken", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const secret = await withTotp(fixture, token);
  fixture.nowMs += 30_000;
  const code = totpCode(secret, totpStep(fixture.nowMs));
  const body = { username: "amina", password: PASSWORD, code };
  const answers = await Promise.all([1, 2, 3].map(() => fixture.send("create_session", { body })));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401]);
});

inMemory(
  "[AU7] guessing codes is slowed down like guessing passwords; a missing code counts for nothing",
  async (fixture) => {
    await fixture.account("amina", "proctor");
    const { token } = await fixture.signIn("amina");
    await withTotp(fixture, token);
    const signIn = (code?: string) =>
      fixture.send("create_session", { body: { username: "amina", password: PASSWORD, code } });
    for (let i = 0; i < 10; i++) assert.equal((await signIn()).status, 401);
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await signIn("000000")).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
  },
);

inMemory("[AU7] a set-up changes nothing before its first code, and its secret is said once", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  assert.equal((await fixture.send("confirm_totp", { token, body: { code: "123456" } })).status, 409);
  assert.equal((await fixture.send("start_totp", { token, body: { password: "wrong" } })).status, 422);
  assert.equal((await fixture.send("start_totp", { token, body: { password: PASSWORD } })).status, 200);
  assert.equal((await fixture.send("confirm_totp", { token, body: { code: "000000" } })).status, 422);
  await fixture.signIn("amina"); // still without a code
  const secret = await withTotp(fixture, token);
  assert.equal((await fixture.send("start_totp", { token, body: { password: PASSWORD } })).status, 409);
  for (const operation of ["get_session", "list_sessions"] as const) {
    assert.ok(!JSON.stringify((await fixture.send(operation, { token })).body).includes(secret));
  }
  assert.equal((await fixture.send("delete_totp", { token, body: { password: "wrong" } })).status, 422);
  assert.equal((await fixture.send("delete_totp", { token, body: { password: PASSWORD } })).status, 204);
  await fixture.signIn("amina");
});
