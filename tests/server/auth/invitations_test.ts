import assert from "node:assert/strict";
import { INVITATION_MS } from "../../../server/auth/invitations.ts";
import { codeOf, type Fixture, inMemory, onBothStores, PASSWORD } from "./auth_fixture.ts";

/** Signs an admin in and invites somebody. */
async function invite(fixture: Fixture, body: object): Promise<string> {
  await fixture.account("boss", "admin");
  const { token } = await fixture.signIn("boss");
  const answer = await fixture.send("invite_staff", { token, body });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return (answer.body as { token: string }).token;
}

function accept(fixture: Fixture, token: string, password = PASSWORD) {
  return fixture.send("accept_invitation", { body: { token, password } });
}

onBothStores("[AU27] an invitation opens one account with its role and exams, once, and signs in", async (fixture) => {
  const invitation = await invite(fixture, { username: "Amina", role: "proctor", exam_ids: ["exam-a", "exam-a"] });
  assert.ok(!(await fixture.dump()).includes(invitation), "the token is stored");
  const accepted = await accept(fixture, invitation);
  assert.equal(accepted.status, 201);
  const { token, role } = accepted.body as { token: string; role: string };
  assert.equal(role, "proctor");
  assert.match(accepted.headers["set-cookie"], /^invigil_session=/);
  assert.equal((await fixture.send("get_session", { token })).status, 200);
  const { record } = (await fixture.auth.staff.byName("amina"))!;
  assert.deepEqual(await fixture.auth.assignments.examsOf(record.staffId), ["exam-a"]);
  await fixture.signIn("amina");
  const again = await accept(fixture, invitation, "yet another phrase");
  assert.equal(again.status, 404);
  await fixture.signIn("amina"); // with the first password
});

inMemory("[AU27] an invitation expires after seven days", async (fixture) => {
  const invitation = await invite(fixture, { username: "amina", role: "proctor" });
  fixture.nowMs += INVITATION_MS;
  assert.equal((await accept(fixture, invitation)).status, 404);
  assert.equal(await fixture.auth.staff.byName("amina"), null);
});

inMemory("[AU27] accepted twice at once, an invitation opens one account", async (fixture) => {
  const invitation = await invite(fixture, { username: "amina", role: "proctor" });
  const answers = await Promise.all([1, 2, 3].map(() => accept(fixture, invitation)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 404, 404]);
});

inMemory(
  "[AU27] a weak password leaves the invitation open; an invented token is no door and no work",
  async (fixture) => {
    const invitation = await invite(fixture, { username: "amina", role: "proctor" });
    assert.equal((await accept(fixture, invitation, "password123")).status, 422);
    const before = fixture.passwords.derived;
    for (const token of ["x", invitation.slice(1), `${invitation}A`]) {
      assert.equal((await accept(fixture, token)).status, 404);
    }
    assert.equal(fixture.passwords.derived, before);
    assert.equal((await accept(fixture, invitation)).status, 201);
  },
);

inMemory("[AU27] an invitation for a name in use, or to an exam that is not there, is refused", async (fixture) => {
  await fixture.account("boss", "admin");
  await fixture.account("amina", "proctor");
  const { token } = await fixture.signIn("boss");
  const taken = await fixture.send("invite_staff", { token, body: { username: "AMINA", role: "admin" } });
  assert.deepEqual([taken.status, codeOf(taken)], [409, "conflict"]);
  const body = { username: "bruno", role: "proctor", exam_ids: ["exam-a", "exam-z"] };
  const unknown = await fixture.send("invite_staff", { token, body });
  assert.deepEqual([unknown.status, codeOf(unknown)], [404, "unknown_exam"]);
});

inMemory("[AU27] a name that was taken since the invitation stays its owner's", async (fixture) => {
  const invitation = await invite(fixture, { username: "amina", role: "admin" });
  await fixture.account("amina", "proctor");
  const answer = await accept(fixture, invitation, "another good phrase");
  assert.deepEqual([answer.status, codeOf(answer)], [409, "conflict"]);
  const { role } = await fixture.signIn("amina");
  assert.equal(role, "proctor");
});

onBothStores("[AU28] a new invitation brings a disabled account back; an old link does not", async (fixture) => {
  const staffId = await fixture.account("amina", "proctor");
  await fixture.account("boss", "admin");
  const { token } = await fixture.signIn("boss");
  const disable = () => fixture.send("disable_staff", { token, params: { staff_id: staffId } });
  const inviteBack = async () => {
    const answer = await fixture.send("invite_staff", { token, body: { username: "amina", role: "instructor" } });
    return (answer.body as { token: string }).token;
  };
  await disable();
  fixture.nowMs += 1;
  const used = await inviteBack();
  const old = await inviteBack();
  assert.equal((await accept(fixture, used, "another good phrase")).status, 201);
  assert.equal((await fixture.signIn("amina", "another good phrase")).role, "instructor");
  assert.equal((await fixture.auth.staff.byName("amina"))?.record.staffId, staffId);
  fixture.nowMs += 1;
  await disable();
  assert.equal((await accept(fixture, old)).status, 404);
  await assert.rejects(() => fixture.signIn("amina"), { code: "unauthorized" });
});
