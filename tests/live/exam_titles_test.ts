import assert from "node:assert/strict";
import { PAGE_PERMISSIONS } from "../../server/auth/page_permissions.ts";
import { liveTest } from "../support/live_server.ts";

liveTest("[DR58] each of an exam's pages names the exam in its title", async (server) => {
  const { examId } = await server.publish({
    code: "TITLE",
    title: "Botany & more",
    duration_minutes: 10,
    questions: [{ id: "q1", type: "essay", text: "Why?" }],
  });
  const token = await server.signIn();
  const { attempt_id: attemptId } = await server.join("Ada", "TITLE");
  const paths = Object.values(PAGE_PERMISSIONS).map(({ path }) => path).filter((path) => path.startsWith("/exams/{"));
  assert.ok(paths.length > 10);
  for (const path of paths) {
    const address = path.replace("{exam_id}", examId).replace("{attempt_id}", attemptId).replace("{row_id}", attemptId);
    const { status, body } = await server.call("GET", address, token);
    assert.equal(status, 200, path);
    assert.match(String(body).match(/<title>(.*?)<\/title>/)?.[1] ?? "", /Botany &amp; more/, path);
  }
});
