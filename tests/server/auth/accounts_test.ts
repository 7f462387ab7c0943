import assert from "node:assert/strict";
import { changeAccount } from "../../../server/auth/change_account.ts";
import { codeOf, inMemory, onBothStores, PASSWORD } from "./auth_fixture.ts";

const NEXT = "another good phrase";

onBothStores("[AU21] the first start makes the account admin and hands its password out once", async (fixture) => {
  const { accounts } = fixture.auth;
  const generated = await accounts.ensureFirstAdmin(undefined, false);
  assert.ok(generated !== null);
  assert.equal(await accounts.ensureFirstAdmin(undefined, false), null);
  assert.ok(!(await fixture.dump()).includes(generated));
  const { token, role } = await fixture.signIn("admin", generated);
  assert.equal(role, "admin");
  const info = await fixture.send("get_session", { token });
  assert.equal((info.body as { must_change_password: boolean }).must_change_password, true);
});

inMemory("[AU2] the printed password has to be changed before anything else is allowed", async (fixture) => {
  const generated = await fixture.auth.accounts.ensureFirstAdmin(undefined, false) ?? "";
  const { token } = await fixture.signIn("admin", generated);
  for (const operation of ["list_staff", "list_audit", "list_sessions", "invite_staff"] as const) {
    const refused = await fixture.send(operation, { token, body: { username: "x.y", role: "admin" } });
    assert.equal(refused.status, 403);
    assert.equal(codeOf(refused), "password_change_required");
  }
  const changed = await fixture.send("change_password", { token, body: { current: generated, next: NEXT } });
  assert.equal(changed.status, 204);
  assert.equal((await fixture.send("list_staff", { token })).status, 200);
});

inMemory("[AU21] two instances that start at once make one account and one password", async (fixture) => {
  const { accounts } = fixture.auth;
  const printed = await Promise.all([
    accounts.ensureFirstAdmin(undefined, false),
    accounts.ensureFirstAdmin(undefined, false),
    accounts.ensureFirstAdmin(undefined, false),
  ]);
  const passwords = printed.filter((password) => password !== null);
  assert.equal(passwords.length, 1);
  await fixture.signIn("admin", passwords[0]);
  assert.equal((await fixture.auth.staff.list()).length, 1);
});

inMemory("[AU22] a password given by environment need not be changed, and survives restarts", async (fixture) => {
  const { accounts } = fixture.auth;
  for (let i = 0; i < 3; i++) assert.equal(await accounts.ensureFirstAdmin(PASSWORD, false), null);
  const { token } = await fixture.signIn("admin");
  assert.equal((await fixture.send("list_staff", { token })).status, 200);
  assert.deepEqual(await fixture.audited(), ["create_account", "sign_in"]);
});

inMemory(
  "[AU22] a password changed on a page is not put back by the environment at the next start",
  async (fixture) => {
    const { accounts } = fixture.auth;
    await accounts.ensureFirstAdmin(PASSWORD, false);
    const { token } = await fixture.signIn("admin");
    await fixture.send("change_password", { token, body: { current: PASSWORD, next: NEXT } });
    await accounts.ensureFirstAdmin(PASSWORD, false);
    await fixture.signIn("admin", NEXT);
    await assert.rejects(() => fixture.signIn("admin", PASSWORD), { code: "unauthorized" });
  },
);

inMemory("[AU22] another password in the environment is the way back in", async (fixture) => {
  const { accounts, staff } = fixture.auth;
  await accounts.ensureFirstAdmin(undefined, false);
  const { record } = (await staff.byName("admin"))!;
  await changeAccount(fixture.stores, record.staffId, (found) => ({
    record: { ...found, disabledAt: 1, totp: { secret: "AAAA", lastStep: 0 } },
  }));
  await accounts.ensureFirstAdmin(PASSWORD, false);
  const { token } = await fixture.signIn("admin");
  await accounts.ensureFirstAdmin(NEXT, false);
  assert.equal((await fixture.send("get_session", { token })).status, 401);
  await fixture.signIn("admin", NEXT);
  const audited = await fixture.audited();
  assert.equal(audited.filter((what) => what === "reset_account").length, 2);
});

inMemory("[AU6] a weak password in the environment stops the start outside the demo", async (fixture) => {
  const { accounts } = fixture.auth;
  for (const weak of ["admin", "password123", "administrator", "1111111111"]) {
    await assert.rejects(() => accounts.ensureFirstAdmin(weak, false), /Cannot start: INVIGIL_ADMIN_PASSWORD/);
  }
  assert.equal(await fixture.dump(), "");
  assert.equal(await accounts.ensureFirstAdmin("admin", true), null);
  await fixture.signIn("admin", "admin");
});

onBothStores("[AU23] changing the password ends every other session of the account, at once", async (fixture) => {
  await fixture.account("amina", "proctor");
  await fixture.account("bruno", "proctor");
  const here = await fixture.signIn("amina");
  const there = await fixture.signIn("amina");
  const others = await fixture.signIn("bruno");
  const body = { current: PASSWORD, next: NEXT };
  assert.equal((await fixture.send("change_password", { token: here.token, body })).status, 204);
  const statuses = await Promise.all(
    [here, there, others].map(async ({ token }) => (await fixture.send("get_session", { token })).status),
  );
  assert.deepEqual(statuses, [200, 401, 200]);
  await assert.rejects(() => fixture.signIn("amina"), { code: "unauthorized" });
  await fixture.signIn("amina", NEXT);
});

inMemory(
  "[AU23] a sign-in that races with the change either is ended by it or knows the new password",
  async (fixture) => {
    for (let round = 0; round < 20; round++) {
      const name = `amina${round}`;
      await fixture.account(name, "proctor");
      const { token } = await fixture.signIn(name);
      const body = { current: PASSWORD, next: NEXT };
      const [changed, ...raced] = await Promise.allSettled([
        fixture.send("change_password", { token, body }),
        fixture.signIn(name),
        fixture.signIn(name),
        fixture.signIn(name),
      ]);
      assert.equal(changed.status, "fulfilled");
      assert.equal(changed.value.status, 204);
      for (const result of raced) {
        if (result.status === "rejected") continue;
        const { token } = result.value;
        assert.equal(
          (await fixture.send("get_session", { token })).status,
          401,
          "an old password's session stayed open",
        );
      }
    }
  },
);

inMemory(
  "[AU23] the change is refused without the current password, and for a weak or equal new one",
  async (fixture) => {
    await fixture.account("amina.haddad", "proctor");
    const { token } = await fixture.signIn("amina.haddad");
    const change = (current: string, next: string) =>
      fixture.send("change_password", { token, body: { current, next } });
    for (
      const [current, next, path] of [
        ["wrong", NEXT, "current"],
        [PASSWORD, PASSWORD, "next"],
        [PASSWORD, "amina.haddad1", "next"],
        [PASSWORD, "password1234", "next"],
      ]
    ) {
      const refused = await change(current, next);
      assert.equal(refused.status, 422);
      assert.equal((refused.body as { error: { path: string } }).error.path, path, next);
    }
    await fixture.signIn("amina.haddad");
  },
);

inMemory("[AU11] guessing the current password from a found browser is slowed down, too", async (fixture) => {
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("amina");
  const statuses: number[] = [];
  for (let i = 0; i < 7; i++) {
    const body = { current: `guess number ${i}`, next: NEXT };
    statuses.push((await fixture.send("change_password", { token, body })).status);
  }
  assert.deepEqual(statuses, [422, 422, 422, 422, 422, 429, 429]);
});

onBothStores(
  "[AU24] a disabled account is out at once and cannot come in, even with the right password",
  async (fixture) => {
    await fixture.auth.accounts.ensureFirstAdmin(PASSWORD, false);
    const staffId = await fixture.account("amina", "proctor");
    const amina = await fixture.signIn("amina");
    const admin = await fixture.signIn("admin");
    const disable = () => fixture.send("disable_staff", { token: admin.token, params: { staff_id: staffId } });
    assert.equal((await disable()).status, 204);
    assert.equal((await disable()).status, 204); // again changes nothing
    assert.equal((await fixture.send("get_session", { token: amina.token })).status, 401);
    await assert.rejects(() => fixture.signIn("amina"), { code: "unauthorized" });
    assert.equal((await fixture.audited()).filter((what) => what === "disable_account").length, 1);
    const listed = (await fixture.send("list_staff", { token: admin.token })).body as {
      username: string;
      disabled: boolean;
    }[];
    assert.deepEqual(listed.map(({ username, disabled }) => [username, disabled]), [["admin", false], ["amina", true]]);
  },
);

inMemory(
  "[AU24] one admin is always left: nobody disables themselves, and of two who disable each other one is refused",
  async (fixture) => {
    for (let round = 0; round < 20; round++) {
      const [first, second] = [`first${round}`, `second${round}`];
      const ids = [await fixture.account(first, "admin"), await fixture.account(second, "admin")];
      const tokens = [(await fixture.signIn(first)).token, (await fixture.signIn(second)).token];
      const disable = (by: number, of: number) =>
        fixture.send("disable_staff", { token: tokens[by], params: { staff_id: ids[of] } });
      assert.equal((await disable(0, 0)).status, 409);
      await Promise.all([disable(0, 1), disable(1, 0)]);
      const left = (await fixture.auth.staff.list()).filter(({ staffId, disabledAt }) =>
        ids.includes(staffId) && disabledAt === null
      );
      assert.equal(left.length, 1);
    }
  },
);

inMemory("[AU24] disabling an account that is not there is 404, whatever its id looks like", async (fixture) => {
  await fixture.account("boss", "admin");
  const { token } = await fixture.signIn("boss");
  for (const id of ["nobody", "", "x".repeat(5_000), "\ud800", "a/b"]) {
    assert.equal((await fixture.send("disable_staff", { token, params: { staff_id: id } })).status, 404);
    assert.equal((await fixture.send("revoke_session", { token, params: { session_id: id } })).status, 404);
    assert.equal(await fixture.auth.assignments.isAssigned("boss", id), false);
  }
});

inMemory("[AU25] an exam's staff get an account once, its password handed out once", async (fixture) => {
  const actor = { who: "admin", role: "admin", from: null, requestId: null } as const;
  const { accounts } = fixture.auth;
  const ensure = async (username: string) => {
    const { record, generated } = await accounts.plan(username, "proctor", undefined);
    const staffId = await accounts.ensure(actor, record, () => []);
    return { staffId, generated: staffId === record.staffId ? generated : null };
  };
  const [made, again] = [await ensure("Amina "), await ensure("amina")];
  assert.equal(again.staffId, made.staffId);
  assert.equal(again.generated, null);
  await fixture.signIn("AMINA", made.generated ?? "");
  await assert.rejects(() => accounts.requireUsable("bruno", "password123", "staff.0"), { code: "invalid" });
  await accounts.requireUsable("amina", "password123", "staff.0");
  const both = await Promise.all([ensure("chen"), ensure("chen")]);
  assert.equal(both[0].staffId, both[1].staffId);
  assert.equal(both.filter(({ generated }) => generated !== null).length, 1);
});

onBothStores(
  "[AU26] staff are assigned to exams one by one",
  async (fixture) => {
    const { assignments } = fixture.auth;
    const assign = (staffId: string, examId: string) => fixture.stores.commit(assignments.insert(staffId, examId));
    await assign("amina", "exam-a");
    await assign("amina", "exam-a");
    await assign("amina", "exam-b");
    await assign("bruno", "exam-b");
    assert.equal(await assignments.isAssigned("amina", "exam-a"), true);
    assert.equal(await assignments.isAssigned("bruno", "exam-a"), false);
    assert.deepEqual(await assignments.examsOf("amina"), ["exam-a", "exam-b"]);
    assert.deepEqual(await assignments.examsOf("bruno"), ["exam-b"]);
  },
);
