import assert from "node:assert/strict";
import { CloseCode } from "../../protocol/close_codes.ts";
import { type Operation, type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { errorOf, liveTest } from "../support/live_server.ts";
import { bodyOf, digest, isAllowed, pathOf, permissionWorld } from "../support/permission_world.ts";
import { proctorSocket, studentSocket } from "../support/socket_client.ts";

const REST = (Object.keys(PERMISSIONS) as Operation[]).filter((name) => PERMISSIONS[name].method !== "socket");

/** Done last, because it ends the comer's session; and what is open to anyone refuses nobody. */
const ENDS_SESSION: Operation = "delete_session";

liveTest(
  "[TR30] every row of the permission table, over real requests: who may not gets 401 or 403, and nothing happens",
  async (server) => {
    const all = await permissionWorld(server);
    let refusals = 0;
    let passes = 0;
    for (const operation of [...REST.filter((name) => name !== ENDS_SESSION), ENDS_SESSION]) {
      const { method } = PERMISSIONS[operation];
      const isPage = operation.startsWith("page_");
      const before = await digest(server);
      for (const comer of all.comers.filter((one) => !isAllowed(operation, one))) {
        const answer = await fetch(server.url + pathOf(operation, all), {
          method: method.toUpperCase(),
          redirect: "manual",
          headers: comer.token === null ? {} : { authorization: `Bearer ${comer.token}` },
          body: method === "get" ? undefined : JSON.stringify(bodyOf(operation, all) ?? {}),
        });
        const text = await answer.text();
        const what = `${operation} by ${comer.who}: ${answer.status} ${text.slice(0, 200)}`;
        if (isPage && comer.role === "anyone") {
          assert.equal(answer.status, 303, what);
          assert.match(answer.headers.get("location") ?? "", /^\/login\?next=%2F/, what);
        } else {
          assert.equal(answer.status, comer.role === "anyone" ? 401 : 403, what);
        }
        assert.ok(!text.includes(all.one.session_token) && !text.includes("Ada"), what);
        refusals++;
      }
      assert.equal(await digest(server), before, `${operation} had an effect`);
      for (const comer of all.comers.filter((one) => isAllowed(operation, one))) {
        // What is allowed is asked for with a body that does nothing, and with ids that are not there.
        const path = ["disable_staff", "decide_flag", "remove_bank_item", "add_bank_picture"].includes(operation)
          ? pathOf(operation, { ...all, victimId: "nobody", flagId: "none", bankItemId: "none" })
          : pathOf(operation, all);
        const answer = await server.call(method.toUpperCase(), path, comer.token, method === "get" ? undefined : "7");
        assert.ok(
          ![401, 403, 500].includes(answer.status) || isSaidByHandler(operation, answer.status),
          `${operation} by ${comer.who}: ${answer.status}`,
        );
        passes++;
      }
    }
    console.log(
      `permission walk: ${REST.length} operations x ${all.comers.length} comers, ${refusals} refused, ${passes} let through`,
    );
  },
);

/** `create_session` and the like answer 401 of their own, when what was shown opens nothing. */
function isSaidByHandler(operation: Operation, status: number): boolean {
  return status === 401 &&
    ["create_session", "start_exam", "accept_invitation", "read_personal_token", "open_evidence"].includes(operation);
}

liveTest("[TR30] sockets let in whom the table names, and say with a code why not", async (server) => {
  const all = await permissionWorld(server);
  for (const comer of all.comers) {
    const token = comer.token ?? "nothing";
    const student = studentSocket(server.url, token);
    if (comer.role === "student") {
      const welcome = await student.next("welcome");
      assert.equal(welcome.attempt_id === all.one.attempt_id, comer.isTheirs, comer.who);
      student.close();
    } else assert.equal((await student.end()).code, CloseCode.unauthorized, comer.who);
    const proctor = proctorSocket(server.url, token, all.examA);
    if (isAllowed("ws_proctor", comer)) {
      const here = (await proctor.next("room")).students.filter(({ state }) => state !== "expected");
      assert.equal(here.length, 2, comer.who);
      proctor.close();
    } else {
      const expected = comer.role === "anyone" ? CloseCode.unauthorized : CloseCode.forbidden;
      assert.equal((await proctor.end()).code, expected, comer.who);
      assert.deepEqual(proctor.heard, []);
    }
  }
});

liveTest("[TR31] a proctor of exam B gets nothing of exam A, and does not learn what is there", async (server) => {
  const all = await permissionWorld(server);
  const token = all.comers.find((comer) => comer.who === "proctor of B")?.token ?? "";
  const list = await server.call("GET", "/api/exams", token);
  assert.deepEqual((list.body as { exam_id: string }[]).map((exam) => exam.exam_id), [all.examB]);
  const { attempt_id } = all.one;
  // Through the own exam's address, and for ids that are and are not there: the same answer.
  for (
    const [there, gone] of [
      [`/api/exams/${all.examB}/attempts/${attempt_id}`, `/api/exams/${all.examB}/attempts/${"x".repeat(22)}`],
      [`/api/exams/${all.examA}/attempts/${attempt_id}`, `/api/exams/${"y".repeat(22)}/attempts/${"x".repeat(22)}`],
      [`/risk_score?attempt_id=${attempt_id}`, `/risk_score?attempt_id=${"x".repeat(22)}`],
    ]
  ) {
    const [first, second] = [await server.call("GET", there, token), await server.call("GET", gone, token)];
    assert.ok([403, 404].includes(first.status), there);
    assert.ok(!JSON.stringify(first.body).includes("Ada"), there);
    if (first.status === 403) assert.deepEqual(second.body, first.body, there);
  }
  for (const path of ["/features/extract", "/scoring/calculate"]) {
    const body = path === "/features/extract"
      ? { attempt_id }
      : { test_id: all.examA, interval_seconds: 10, window_size_seconds: 10 };
    assert.equal((await server.call("POST", path, token, body)).status, 403, path);
  }
  // An action in the own room on an attempt of another exam.
  const before = (await server.services.attempts.stored(attempt_id))?.head;
  const room = proctorSocket(server.url, token, all.examB);
  await room.next("room");
  for (const type of ["pause", "terminate", "flag", "release_device", "lock"]) {
    await room.say({ type, id: `try-${type}`, attempt_id });
    assert.equal((await room.next("refused")).code, "not_found", type);
  }
  await room.say({ type: "message", id: "m", attempt_id, text: "hello" });
  assert.equal((await room.next("refused")).code, "not_found");
  room.close();
  assert.deepEqual((await server.services.attempts.stored(attempt_id))?.head, before);
});

liveTest("[TR31] a student writes to the own attempt and to no other", async (server) => {
  const all = await permissionWorld(server);
  const two = all.comers.find((comer) => comer.who === "another student of the exam")?.token ?? "";
  const before = (await server.services.attempts.stored(all.one.attempt_id))?.head;
  const logged = await server.call("POST", "/log_activity", two, bodyOf("log_activity", all));
  assert.equal(logged.status, 200);
  const named = await server.call("POST", "/log_activity", two, {
    ...bodyOf("log_activity", all) as object,
    attempt_id: all.one.attempt_id,
  });
  assert.deepEqual([named.status, errorOf(named).path], [422, "attempt_id"]);
  const read = await server.call("GET", `/api/attempt?attempt_id=${all.one.attempt_id}`, two);
  assert.equal(read.status, 403);
  assert.deepEqual((await server.services.attempts.stored(all.one.attempt_id))?.head, before);
});

liveTest(
  "[TR32] a change under the session's cookie is refused without our header, and from another site whatever it shows",
  async (server) => {
    const all = await permissionWorld(server);
    const admin = all.comers[all.comers.length - 1].token ?? "";
    const signedIn = await fetch(`${server.url}/api/session`, {
      method: "POST",
      body: JSON.stringify({ username: "admin", password: "a-long-enough-password-7" }),
    });
    await signedIn.body?.cancel();
    const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0];
    assert.ok(cookie.length > 40);
    const before = await digest(server);
    for (const operation of REST) {
      const { method } = PERMISSIONS[operation];
      const permission: Permission = PERMISSIONS[operation];
      if (method === "get" || permission.allow.admin === undefined || permission.allow.anyone !== undefined) continue;
      const body = JSON.stringify(bodyOf(operation, all) ?? {});
      const ask = async (headers: Record<string, string>) => {
        const answer = await fetch(server.url + pathOf(operation, all), {
          method: method.toUpperCase(),
          headers,
          body,
        });
        await answer.body?.cancel();
        return answer.status;
      };
      assert.equal(await ask({ cookie, origin: server.url }), 403, `${operation} without the header`);
      assert.equal(await ask({ cookie, "x-invigil": "1" }), 401, `${operation} without an Origin`);
      const foreign = { origin: "https://elsewhere.example", "x-invigil": "1" };
      assert.equal(await ask({ cookie, ...foreign }), 403, `${operation} from another site`);
      assert.equal(await ask({ authorization: `Bearer ${admin}`, ...foreign }), 403, `${operation} from another site`);
    }
    assert.equal(await digest(server), before);
  },
);
