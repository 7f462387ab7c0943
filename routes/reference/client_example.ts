/** How the client is used, as the reference shows it. `tests/live/client_test.ts` checks its types and runs it. */
export const CLIENT_EXAMPLE = `import { connectProctor, connectStudent, createClient } from "./invigil-client.mjs";

const server = "https://exams.example.org";

// Staff: sign in, publish an exam, listen to its room.
const staff = createClient({ server });
const session = await staff.call("create_session", {
  body: { username: "admin", password: "{password}" },
});
staff.token = session.token;
const { exam_id } = await staff.call("POST /api/exams", {
  body: {
    code: "CLIENT-1",
    title: "By the client",
    duration_minutes: 30,
    questions: [{ id: "q1", type: "essay", text: "Why?" }],
  },
});
const frames = [];
const room = connectProctor({
  server,
  token: session.token,
  exam: exam_id,
  onMessage(message) {
    if (message.type === "frame") frames.push(message);
  },
});

// A student: begin, write, see that it is saved.
const { attempt_id, session_token } = await staff.call("start_exam", {
  body: { code: "CLIENT-1", student: { name: "Ada Lovelace" } },
  token: null,
});
const sitting = await connectStudent({ server, token: session_token });
sitting.record({ type: "question_view", t: sitting.now(), question: "q1" });
sitting.record({
  type: "answer_edit",
  t: sitting.now(),
  question: "q1",
  at: 0,
  removed: 0,
  inserted: "Because.",
  input: "typing",
});
if (!await sitting.saved()) throw new Error("The server does not have everything yet");

// What staff see of it, and do about it.
const { risk_score, risk_level } = await staff.call("risk_score", { query: { attempt_id } });
await room.act({ type: "message", attempt_id, text: "Ten minutes left" });
await staff.call("submit_exam", { body: {}, token: session_token });
sitting.close();
room.close();
console.log({ risk_score, risk_level, frames: frames.length, students: room.students.size });
`;
