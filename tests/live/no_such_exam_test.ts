import assert from "node:assert/strict";
import { type Operation, type Permission, PERMISSIONS } from "../../server/auth/permissions.ts";
import { newId } from "../../server/auth/tokens.ts";
import { errorOf, liveTest } from "../support/live_server.ts";
import { isAllowed, pathOf, permissionWorld } from "../support/permission_world.ts";

/** Operations on an exam that the path names, for those who are assigned to it. */
const OF_EXAM = (Object.keys(PERMISSIONS) as Operation[]).filter((operation) => {
  const { path, allow }: Permission = PERMISSIONS[operation];
  return /\{(exam|test)_id\}/.test(path) && allow.anyone === undefined;
});

liveTest(
  "[ED20] that there is no such exam is said before a body is looked at, by every call about one",
  async (server) => {
    const all = await permissionWorld(server);
    const admin = all.comers.find(({ role }) => role === "admin")?.token ?? "";
    for (const operation of OF_EXAM) {
      const gone = pathOf(operation, { ...all, examA: newId() });
      const answer = await fetch(server.url + gone, {
        method: PERMISSIONS[operation].method.toUpperCase(),
        headers: { authorization: `Bearer ${admin}` },
        body: PERMISSIONS[operation].method === "get" ? undefined : "{ no JSON",
      });
      const text = await answer.text();
      assert.equal(answer.status, 404, `${operation}: ${answer.status} ${text.slice(0, 200)}`);
      if (!operation.startsWith("page_")) {
        assert.match(text, /"code":"not_found","message":"There is no such exam/, operation);
      }
    }
  },
);

liveTest("[ED20] who may not see an exam is not told whether there is one", async (server) => {
  const all = await permissionWorld(server);
  let asked = 0;
  for (const operation of OF_EXAM) {
    for (const comer of all.comers.filter((one) => one.role !== "anyone" && !isAllowed(operation, one))) {
      const [there, gone] = await Promise.all(
        [pathOf(operation, all), pathOf(operation, { ...all, examA: newId() })].map((path) =>
          server.call(PERMISSIONS[operation].method.toUpperCase(), path, comer.token, undefined)
        ),
      );
      const what = `${operation} by ${comer.who}`;
      assert.equal(there.status, 403, what);
      assert.equal(gone.status, 403, what);
      if (!operation.startsWith("page_")) assert.deepEqual(errorOf(gone), errorOf(there), what);
      asked++;
    }
  }
  assert.ok(asked > 100);
});
