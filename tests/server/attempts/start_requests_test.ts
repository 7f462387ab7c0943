import assert from "node:assert/strict";
import { startAttempt } from "../../../server/attempts/start_attempt.ts";
import { hashToken } from "../../../server/auth/tokens.ts";
import { hallTest } from "../../support/hall.ts";

hallTest("[RM29] a token that is released while it is used for the first time opens nothing", async (hall) => {
  await hall.exam();
  const { attempts } = hall.services;
  const body = { code: "HALL", student: { name: "Ada", number: "1" }, request_id: "r".repeat(32) };
  const { session_token } = await startAttempt(attempts, body, () => {});
  const tokenHash = hashToken(session_token);
  const { startRequests, studentTokens, commit } = hall.stores;
  const get = startRequests.get.bind(startRequests);
  startRequests.get = async (requestHash) => {
    await commit([studentTokens.remove(tokenHash)]);
    return await get(requestHash);
  };
  assert.equal(await attempts.startRequests.openedBy(tokenHash), null);
  assert.equal(await studentTokens.get(tokenHash), null);
});

hallTest("[RE21] a token that is used for the first time twice at once opens its attempt both times", async (hall) => {
  await hall.exam();
  const { attempts } = hall.services;
  const body = { code: "HALL", student: { name: "Ada" }, request_id: "r".repeat(32) };
  const { attempt_id, session_token } = await startAttempt(attempts, body, () => {});
  const opened = await Promise.all([0, 1, 2].map(() => attempts.startRequests.openedBy(hashToken(session_token))));
  assert.deepEqual(opened.map((target) => target?.attemptId), [attempt_id, attempt_id, attempt_id]);
});

hallTest(
  "[RE20] a join that overtakes itself is answered as one, and nobody is told of a used number",
  async (hall) => {
    await hall.exam();
    const { attempts } = hall.services;
    const body = { code: "HALL", student: { name: "Ada", number: "1" }, request_id: "r".repeat(32) };
    const news: unknown[] = [];
    const start = () => startAttempt(attempts, body, (one) => news.push(one));
    const { sittings } = hall.stores;
    const of = sittings.of.bind(sittings);
    let overtaking: ReturnType<typeof start> | undefined;
    let reads = 0;
    sittings.of = async (examId, number) => {
      // The last read before the number is taken.
      if (++reads === 2) await (overtaking = start());
      return await of(examId, number);
    };
    assert.deepEqual(await start(), await overtaking);
    assert.deepEqual(news, []);
  },
);

hallTest("[RE20] going on on another device, asked for twice at once, is answered as one", async (hall) => {
  const { examId } = await hall.exam();
  const { attempts } = hall.services;
  const { attemptId } = await hall.join("Ada", "HALL", "1");
  await hall.stores.commit([hall.stores.sittings.put(examId, "1", attemptId, true)]);
  const body = { code: "HALL", student: { name: "Ada", number: "1" }, request_id: "r".repeat(32) };
  const answers = await Promise.all([0, 1, 2].map(() => startAttempt(attempts, body, () => {})));
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.equal(answers[0].attempt_id, attemptId);
});

hallTest("[EX36] whoever comes back to an attempt that is over gets no instructions and no questions", async (hall) => {
  const { examId } = await hall.exam({ instructions: "Read first." });
  const { attempts } = hall.services;
  const attempt = await hall.join("Ada", "HALL", "1");
  await hall.end(attempt);
  await hall.stores.commit([hall.stores.sittings.put(examId, "1", attempt.attemptId, true)]);
  const answer = await startAttempt(attempts, { code: "HALL", student: { name: "Ada", number: "1" } }, () => {});
  assert.equal(answer.attempt_id, attempt.attemptId);
  assert.deepEqual(answer.exam, { exam_id: examId, title: "Hall", questions: [] });
});
