import assert from "node:assert/strict";
import { SESSION_IDLE_MS, SESSION_MAX_MS } from "../../../server/auth/sessions.ts";
import { ADDRESS, type Fixture, inMemory, onBothStores } from "./auth_fixture.ts";

const HOUR_MS = 3_600_000;

async function isOpen(fixture: Fixture, token: string): Promise<boolean> {
  return (await fixture.send("get_session", { token })).status === 200;
}

onBothStores("[AU18] a session's token is nowhere in the store", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token, sessionId } = await fixture.signIn("amina");
  const stored = await fixture.dump();
  assert.ok(!stored.includes(token.split(".")[0]), "the token is stored");
  assert.ok(stored.includes(sessionId), "its hash is not");
});

inMemory("[AU18] a session ends 12 hours after its last use", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  for (let i = 0; i < 5; i++) {
    fixture.nowMs += SESSION_IDLE_MS - HOUR_MS;
    assert.equal(await isOpen(fixture, token), true);
  }
  fixture.nowMs += SESSION_IDLE_MS;
  assert.equal(await isOpen(fixture, token), false);
});

inMemory("[AU18] a session ends 7 days after its begin, however much it is used", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const endMs = fixture.nowMs + SESSION_MAX_MS;
  while (fixture.nowMs + HOUR_MS < endMs) {
    fixture.nowMs += HOUR_MS;
    assert.equal(await isOpen(fixture, token), true);
  }
  fixture.nowMs = endMs;
  assert.equal(await isOpen(fixture, token), false);
});

inMemory("[AU18] reading under a session writes at most once in five minutes", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const before = await fixture.dump();
  fixture.nowMs += 4 * 60_000;
  await isOpen(fixture, token);
  assert.equal(await fixture.dump(), before);
  fixture.nowMs += 2 * 60_000;
  await isOpen(fixture, token);
  assert.notEqual(await fixture.dump(), before);
});

onBothStores("[AU19] signing in again rotates the browser's session: the old token opens nothing", async (fixture) => {
  await fixture.account("amina", "proctor");
  const body = { username: "amina", password: "correct horse battery" };
  const first = await fixture.send("create_session", { body });
  const old = (first.body as { token: string }).token;
  const second = await fixture.send("create_session", { body, cookie: old });
  const now = (second.body as { token: string }).token;
  assert.notEqual(now, old);
  assert.equal(await isOpen(fixture, old), false);
  assert.equal(await isOpen(fixture, now), true);
  assert.match(
    second.headers["set-cookie"],
    /^invigil_session=\S+; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
  );
  assert.ok(second.headers["set-cookie"].includes(now));
});

inMemory("[AU19] signing in as another account ends the browser's session of the first", async (fixture) => {
  await fixture.account("amina", "proctor");
  await fixture.account("bruno", "proctor");
  const { token } = await fixture.signIn("amina");
  await fixture.send("create_session", {
    body: { username: "bruno", password: "correct horse battery" },
    cookie: token,
  });
  assert.equal(await isOpen(fixture, token), false);
});

onBothStores(
  "[AU20] the own sessions are listed and ended one by one; another account's cannot be",
  async (fixture) => {
    await fixture.account("amina", "proctor");
    await fixture.account("bruno", "proctor");
    const here = await fixture.signIn("amina");
    fixture.nowMs += 1_000;
    const there = await fixture.signIn("amina", undefined, undefined, "198.51.100.9");
    const others = await fixture.signIn("bruno");
    const listed = await fixture.send("list_sessions", { token: here.token });
    assert.deepEqual(listed.body, [
      {
        session_id: there.sessionId,
        created_at: fixture.nowMs,
        last_used_at: fixture.nowMs,
        expires_at: fixture.nowMs + SESSION_IDLE_MS,
        address: "198.51.100.9",
        user_agent: "test",
        current: false,
      },
      {
        session_id: here.sessionId,
        created_at: fixture.nowMs - 1_000,
        last_used_at: fixture.nowMs - 1_000,
        expires_at: fixture.nowMs - 1_000 + SESSION_IDLE_MS,
        address: ADDRESS,
        user_agent: "test",
        current: true,
      },
    ]);
    const revoke = (session_id: string) =>
      fixture.send("revoke_session", { token: here.token, params: { session_id } });
    assert.equal((await revoke(others.sessionId)).status, 404);
    assert.equal(await isOpen(fixture, others.token), true);
    assert.equal((await revoke(there.sessionId)).status, 204);
    assert.equal((await revoke(there.sessionId)).status, 404);
    assert.equal(await isOpen(fixture, there.token), false);
    assert.equal(await isOpen(fixture, here.token), true);
  },
);

inMemory("[AU20] signing out ends the session and removes the cookie", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const headers = { origin: "http://127.0.0.1:8000", "x-invigil": "1" };
  const answer = await fixture.send("delete_session", { cookie: token, headers });
  assert.equal(answer.status, 204);
  assert.match(answer.headers["set-cookie"], /^invigil_session=; .*Max-Age=0/);
  assert.equal(await isOpen(fixture, token), false);
  assert.equal((await fixture.send("delete_session", { token })).status, 401);
});

inMemory("[AU20] a session that is ended while it is used does not come back", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token, sessionId } = await fixture.signIn("amina");
  const { staffId } = (await fixture.auth.staff.byName("amina"))!.record;
  fixture.nowMs += HOUR_MS; // its next use is written down
  const end = fixture.stores.commit(fixture.stores.sessions.remove(staffId, sessionId));
  await Promise.all([isOpen(fixture, token), end, isOpen(fixture, token)]);
  assert.equal(await isOpen(fixture, token), false);
});

inMemory("[AU20] an account holds 20 sessions at most; the longest unused one makes room", async (fixture) => {
  await fixture.account("amina", "proctor");
  const tokens: string[] = [];
  for (let i = 0; i < 25; i++) {
    tokens.push((await fixture.signIn("amina")).token);
    fixture.nowMs += 1_000;
  }
  const open = await Promise.all(tokens.map((token) => isOpen(fixture, token)));
  assert.deepEqual(open, tokens.map((_, index) => index >= 5));
});
