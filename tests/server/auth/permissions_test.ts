import assert from "node:assert/strict";
import { decide, type Decision, isOpen, type Principal } from "../../../server/auth/decide.ts";
import { type Operation, OPERATIONS, type Permission, PERMISSIONS } from "../../../server/auth/permissions.ts";
import { inMemory } from "./auth_fixture.ts";
import { hashToken } from "../../../server/auth/tokens.ts";

const SCOPE = { examId: "exam-a", attemptId: "attempt-1" };

function staff(role: "proctor" | "instructor" | "admin", mustChangePassword = false): Principal {
  return { kind: "staff", staffId: role, username: role, role, sessionId: "s", mustChangePassword };
}

/** Everybody who may come, with what the `allow` of a row gives them. */
const COMERS: {
  who: string;
  principal: Principal;
  isAssigned: boolean;
  may: (allow: Permission["allow"]) => boolean;
}[] = [
  { who: "a stranger", principal: { kind: "anyone" }, isAssigned: false, may: (allow) => allow.anyone === "all" },
  {
    who: "the attempt's student",
    principal: { kind: "student", attemptId: "attempt-1", examId: "exam-a" },
    isAssigned: false,
    may: (allow) => allow.student !== undefined,
  },
  {
    who: "another student",
    principal: { kind: "student", attemptId: "attempt-2", examId: "exam-a" },
    isAssigned: false,
    may: (allow) => allow.student === "all",
  },
  {
    who: "who reads the attempt's evidence by a link",
    principal: { kind: "reader", attemptId: "attempt-1", examId: "exam-a" },
    isAssigned: false,
    may: (allow) => allow.reader !== undefined,
  },
  {
    who: "who reads another attempt's evidence",
    principal: { kind: "reader", attemptId: "attempt-2", examId: "exam-a" },
    isAssigned: false,
    may: (allow) => allow.reader === "all",
  },
  ...(["proctor", "instructor", "admin"] as const).flatMap((role) =>
    [true, false].map((isAssigned) => ({
      who: `${role}, ${isAssigned ? "assigned" : "not assigned"}`,
      principal: staff(role),
      isAssigned,
      may: (allow: Permission["allow"]) => allow[role] === "all" || (allow[role] === "exam" && isAssigned),
    }))
  ),
];

Deno.test("[AU1] every row of the permission table lets in whom it names, and refuses everybody else", () => {
  let cases = 0;
  for (const operation of OPERATIONS) {
    const { allow }: Permission = PERMISSIONS[operation];
    for (const { who, principal, isAssigned, may } of COMERS) {
      const refused: Decision = principal.kind === "anyone" ? "unauthorized" : "forbidden";
      const expected = may(allow) ? "allowed" : refused;
      assert.equal(decide(principal, operation, SCOPE, isAssigned), expected, `${operation} by ${who}`);
      cases += 1;
    }
  }
  assert.equal(cases, OPERATIONS.length * COMERS.length);
});

/** What is open because of what it is: probes, documents, ways to come in, and public pages. */
const OPEN_BY_NATURE: Operation[] = [
  "accept_invitation",
  "asyncapi",
  "create_session",
  "features_test",
  "healthz",
  "openapi",
  "page_api",
  "page_api_part",
  "page_demo",
  "page_docs",
  "page_document",
  "page_home",
  "page_join",
  "page_join_exam",
  "page_privacy",
  "ping",
  "predict",
  "readyz",
  "start_exam",
  "static",
];

Deno.test("[ED9] whatever else is open to anyone has its reason beside its row", () => {
  for (const operation of OPERATIONS) {
    const { reason }: Permission = PERMISSIONS[operation];
    const needsReason = isOpen(operation) && !OPEN_BY_NATURE.includes(operation);
    assert.equal(reason !== undefined && reason.length > 20, needsReason, operation);
  }
  assert.deepEqual(OPEN_BY_NATURE.filter((operation) => !isOpen(operation)), []);
});

Deno.test("[AU1] an admin has every right that staff has, and no student's", () => {
  for (const operation of OPERATIONS) {
    const { allow }: Permission = PERMISSIONS[operation];
    const isForStaff = allow.proctor !== undefined || allow.instructor !== undefined || allow.admin !== undefined;
    assert.equal(allow.admin, isForStaff ? "all" : undefined, operation);
  }
});

Deno.test("[AU1] a student reaches nothing but the own attempt, where it is not open to anyone", () => {
  for (const operation of OPERATIONS) {
    const { allow }: Permission = PERMISSIONS[operation];
    if (allow.anyone === undefined && allow.student !== undefined) assert.equal(allow.student, "own", operation);
  }
});

Deno.test("[EV40] who comes by a link reads one attempt's evidence and says something to it, and does nothing else", () => {
  const theirs = OPERATIONS.filter((operation) => {
    const { allow }: Permission = PERMISSIONS[operation];
    return allow.anyone === undefined && allow.reader !== undefined;
  });
  for (const operation of theirs) assert.equal((PERMISSIONS[operation].allow as Permission["allow"]).reader, "own");
  assert.deepEqual(theirs.filter((operation) => !operation.startsWith("get_evidence")).sort(), [
    "get_proof",
    "list_statements",
    "make_statement",
  ]);
});

Deno.test("[AU2] a printed first password opens nothing but its own change", () => {
  const open = OPERATIONS.filter((operation) => {
    const isOpenToAll = "anyone" in PERMISSIONS[operation].allow;
    return !isOpenToAll && decide(staff("admin", true), operation, SCOPE, true) === "allowed";
  });
  assert.deepEqual(open.sort(), ["change_password", "delete_session", "get_session", "page_account"]);
});

inMemory("[AU1] a refused call to any staff operation answers 401 or 403 and changes nothing", async (fixture) => {
  const { auth, attempts } = fixture;
  await auth.accounts.ensureFirstAdmin("a good long password", false);
  const target = await fixture.account("target", "proctor");
  const tokens: [Principal["kind"] | "proctor" | "instructor", string | undefined][] = [["anyone", undefined]];
  attempts.set(hashToken("student-token"), { attemptId: "attempt-1", examId: "exam-a" });
  tokens.push(["student", "student-token"], ["anyone", "no.token"], ["anyone", "none"]);
  for (const role of ["proctor", "instructor"] as const) {
    await fixture.account(role, role);
    tokens.push([role, (await fixture.signIn(role)).token]);
  }
  let refused = 0;
  for (const [operation, route] of fixture.routes) {
    for (const [role, token] of tokens) {
      const allow: Partial<Record<string, unknown>> = PERMISSIONS[operation].allow;
      if (allow[role] !== undefined) continue;
      const before = await fixture.dump();
      const params = { staff_id: target, session_id: "x" };
      const answer = await fixture.send(operation, { token, params, body: { nonsense: true } });
      assert.equal(answer.status, role === "anyone" ? 401 : 403, `${route.operation} as ${role}`);
      assert.equal(await fixture.dump(), before, `${route.operation} as ${role} changed something`);
      refused += 1;
    }
  }
  assert.ok(refused >= 40, `${refused} refusals tried`);
});
