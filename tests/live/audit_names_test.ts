import assert from "node:assert/strict";
import type { AuditPage } from "../../protocol/staff.ts";
import { liveTest } from "../support/live_server.ts";

liveTest(
  "[AU36] lines say what exams and attempts are called, and go into a spreadsheet in which nothing runs",
  async (server) => {
    const { examId } = await server.publish({
      code: "SUMS",
      title: "=SUM(A1), and more",
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Write." }],
    });
    const { attempt_id: attemptId } = await server.join("Ada Lovelace", "SUMS");
    const token = await server.signIn();
    const path = `/api/exams/${examId}/attempts/${attemptId}`;
    await server.call("POST", `${path}/notes`, token, { text: "May leave at noon." });
    const page = (await server.call("GET", "/api/audit?limit=50", token)).body as AuditPage;
    assert.equal(page.names[`exam:${examId}`], "=SUM(A1), and more");
    assert.equal(page.names[`attempt:${attemptId}`], "Ada Lovelace · =SUM(A1), and more");
    assert.ok(!JSON.stringify(page.entries).includes("Ada Lovelace"), "the log itself has no name");
    const file = await server.call("GET", `/api/audit?format=csv&about=exam:${examId}`, token);
    assert.match(String(file.headers.get("content-type")), /^text\/csv/);
    const [head, ...lines] = String(file.body).trim().split("\r\n");
    assert.equal(head.replace("\ufeff", ""), "at,who,role,what,about,name,from,why,request_id");
    assert.ok(lines.length > 0 && lines.every((line) => line.includes(`exam:${examId},"'=SUM(A1), and more"`)));
    const { session_token } = await server.join("Grace", "SUMS");
    assert.equal((await server.call("GET", "/api/audit", session_token)).status, 403);
  },
);
