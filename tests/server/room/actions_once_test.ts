import assert from "node:assert/strict";
import { SYSTEM } from "../../../server/audit/audit_log.ts";
import { raiseFlag } from "../../../server/review/flags.ts";
import { type Hall, hallTest } from "../../support/hall.ts";

const AMINA = { username: "amina", role: "proctor" } as const;
const line = (hall: Hall) => hall.services.audit.line({ ...SYSTEM, what: "extend" });

hallTest("[RM23] an action that comes twice at the same moment is done once", async (hall) => {
  const { examId } = await hall.exam();
  const attempt = await hall.join();
  const { attemptId, head: { deadline } } = attempt;
  const { calls, attempts } = hall.services;
  const action = { type: "extend", id: "a", attempt_id: attemptId, minutes: 5 } as const;
  await Promise.all([0, 1, 2].map(() => calls.act(attemptId, action, examId, AMINA, [line(hall)])));
  assert.equal(attempt.head.deadline, deadline + 5 * 60_000);
  const marked = { t: 0, at: hall.now, by: "amina", note: "" };
  const { flag_id: flagId } = await raiseFlag(attempt, attempts.stores.flags, marked);
  await raiseFlag(attempt, attempts.stores.flags, marked);
  const decision = { flagId, state: "confirmed", by: "amina" } as const;
  await Promise.all([0, 1].map(() => calls.decideFlag(attemptId, decision, [line(hall)])));
  assert.equal(attempt.head.openFlags, 1, "the other flag is open still");
});
