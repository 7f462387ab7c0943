import type { LiveServer } from "./live_server.ts";

/** An exam with an essay and a question that its key marks. */
export const SAT_EXAM = {
  code: "MARKS",
  title: "Marks",
  duration_minutes: 60,
  questions: [
    { id: "q1", type: "essay", text: "Name two causes.", points: 5, guidance: "One point for each." },
    {
      id: "q2",
      type: "single_choice",
      text: "Where does it stand?",
      points: 2,
      choices: [{ id: "a", text: "Paris" }, { id: "b", text: "Rome" }],
      correct: "a",
    },
  ],
};

/** A student who writes an essay, if anything, and chooses; the attempt's id and token. @param text Empty for a blank answer. */
export async function sitExam(
  server: LiveServer,
  name: string,
  text: string,
  { chosen = "b", isOver = true, code = SAT_EXAM.code }: { chosen?: string; isOver?: boolean; code?: string } = {},
): Promise<{ attempt_id: string; session_token: string }> {
  const joined = await server.join(name, code);
  const events = [
    { type: "question_view", question: "q1", t: 0 },
    ...text === "" ? [] : [{ type: "answer_edit", question: "q1", at: 0, removed: 0, inserted: text, t: 100 }],
    { type: "question_view", question: "q2", t: 30_000 },
    { type: "answer_select", question: "q2", choices: [chosen], t: 40_000 },
  ];
  await server.call("POST", "/log_activity", joined.session_token, { seq: 1, sentAt: 0, events });
  if (isOver) await server.call("POST", "/submit_exam", joined.session_token, {});
  return joined;
}
