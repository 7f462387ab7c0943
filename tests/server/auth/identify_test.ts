import assert from "node:assert/strict";
import { credentialsOf } from "../../../routes/edge/credentials.ts";
import { originOf, requireOrigin } from "../../../routes/edge/origin.ts";
import { CLOSED } from "../../../routes/edge/policy.ts";
import { hashToken } from "../../../server/auth/tokens.ts";
import { codeOf, type Fixture, inMemory, ORIGINS } from "./auth_fixture.ts";

const OWN = "http://127.0.0.1:8000";

async function signedIn(fixture: Fixture): Promise<string> {
  await fixture.account("amina", "proctor");
  return (await fixture.signIn("amina")).token;
}

/** Who a request is taken for. */
async function kindOf(fixture: Fixture, init: RequestInit): Promise<string> {
  const request = new Request(`${OWN}/api/session`, init);
  const origin = await originOf(request, ORIGINS);
  requireOrigin(origin, CLOSED);
  const { principal, withheld } = await fixture.auth.identify.of(credentialsOf(request, "counts", origin));
  return withheld === null ? principal.kind : `${principal.kind}, ${withheld}`;
}

inMemory("[AU14] the same token signs in as bearer and as cookie; nothing else does", async (fixture) => {
  const token = await signedIn(fixture);
  assert.equal(await kindOf(fixture, { headers: { authorization: `Bearer ${token}` } }), "staff");
  assert.equal(await kindOf(fixture, { headers: { authorization: `bearer ${token}` } }), "staff");
  assert.equal(await kindOf(fixture, { headers: { cookie: `invigil_session=${token}` } }), "staff");
  for (const wrong of ["", "x", token.split(".")[0], `${token}x`, `x${token}`, hashToken(token.split(".")[0])]) {
    if (wrong !== "") {
      assert.equal(await kindOf(fixture, { headers: { authorization: `Bearer ${wrong}` } }), "anyone, token", wrong);
    }
    assert.equal(await kindOf(fixture, { headers: { cookie: `invigil_session=${wrong}` } }), "anyone, token", wrong);
  }
  assert.equal(await kindOf(fixture, { headers: { authorization: `Basic ${token}` } }), "anyone");
  assert.equal(await kindOf(fixture, { headers: { cookie: `xinvigil_session=${token}` } }), "anyone");
});

inMemory("[AU14] a wrong bearer is not made good by a cookie", async (fixture) => {
  const token = await signedIn(fixture);
  const headers = { authorization: "Bearer wrong", cookie: `invigil_session=${token}` };
  assert.equal(await kindOf(fixture, { headers }), "anyone, token");
});

inMemory("[AU15] a page of another site gets 403, whatever it asks and shows", async (fixture) => {
  const token = await signedIn(fixture);
  for (
    const origin of [
      "https://evil.example",
      "http://127.0.0.1:8001",
      "http://127.0.0.1",
      "http://localhost:8000",
      "http://127.0.0.1:8000.evil.example",
      "file://",
      "chrome-extension://abc",
      "nonsense",
    ]
  ) {
    for (const operation of ["get_session", "create_session", "delete_session", "list_audit"] as const) {
      const before = await fixture.dump();
      const headers = { origin, "x-invigil": "1" };
      const answer = await fixture.send(operation, { token, cookie: token, headers });
      assert.equal(answer.status, 403, `${operation} from ${origin}`);
      assert.equal(codeOf(answer), "forbidden");
      assert.equal(await fixture.dump(), before);
    }
  }
});

inMemory("[AU15] a change under the cookie needs our Origin and the header x-invigil: 1", async (fixture) => {
  const token = await signedIn(fixture);
  const cookie = `invigil_session=${token}`;
  const change = (headers: Record<string, string>) =>
    kindOf(fixture, { method: "POST", headers: { cookie, ...headers } });
  assert.equal(await change({ origin: OWN, "x-invigil": "1" }), "staff");
  assert.equal(await change({ origin: OWN }), "anyone, header");
  assert.equal(await change({ origin: OWN, "x-invigil": "yes" }), "anyone, header");
  assert.equal(await change({ "x-invigil": "1" }), "anyone, origin"); // a machine: its cookies are ignored
  assert.equal(await change({ origin: "null", "x-invigil": "1" }), "anyone, origin");
  assert.equal(await change({ authorization: `Bearer ${token}` }), "staff"); // a machine with a bearer
});

inMemory(
  "[AU15] a read under the cookie works as browsers send it, and not from a frame or site of others",
  async (fixture) => {
    const cookie = `invigil_session=${await signedIn(fixture)}`;
    const read = (headers: Record<string, string>) => kindOf(fixture, { headers: { cookie, ...headers } });
    assert.equal(await read({}), "staff");
    assert.equal(await read({ "sec-fetch-site": "same-origin" }), "staff");
    assert.equal(await read({ "sec-fetch-site": "none" }), "staff");
    assert.equal(await read({ "sec-fetch-site": "cross-site" }), "anyone, origin");
    assert.equal(await read({ "sec-fetch-site": "same-site" }), "anyone, origin");
    assert.equal(await read({ origin: "null" }), "anyone, origin");
  },
);

inMemory("[AU15] a socket takes the cookie from our own pages only", async (fixture) => {
  const cookie = `invigil_session=${await signedIn(fixture)}`;
  const upgrade = (headers: Record<string, string>) =>
    kindOf(fixture, { headers: { cookie, upgrade: "websocket", connection: "Upgrade", ...headers } });
  assert.equal(await upgrade({ origin: OWN }), "staff");
  assert.equal(await upgrade({}), "anyone, origin");
  assert.equal(await upgrade({ origin: "null" }), "anyone, origin");
  await assert.rejects(() => upgrade({ origin: "https://evil.example" }), { code: "forbidden" });
});

inMemory(
  "[AU16] a student's token opens its own attempt, and nothing from the moment it is taken away",
  async (fixture) => {
    const { identify } = fixture.auth;
    const hash = hashToken("student-token");
    fixture.attempts.set(hash, { attemptId: "attempt-1", examId: "exam-a" });
    const student = { kind: "student", attemptId: "attempt-1", examId: "exam-a" };
    assert.deepEqual(await identify.ofToken("student-token"), student);
    assert.deepEqual(await identify.ofToken("another-token"), { kind: "anyone" });
    fixture.attempts.delete(hash);
    assert.deepEqual(await identify.ofToken("student-token"), { kind: "anyone" });
  },
);
