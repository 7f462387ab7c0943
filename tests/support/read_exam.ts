import type { LiveServer } from "./live_server.ts";
import { SAMPLE_FILES } from "./sample_files.ts";

/** An exam in Markdown with a question of each kind that a marker reads in another way. */
export const READ_EXAM = {
  code: "READ",
  title: "Rich texts",
  text_format: "markdown",
  duration_minutes: 60,
  questions: [
    {
      id: "code",
      type: "code",
      text: "Write **double**, so that `double(2)` is $2^2$.",
      points: 5,
      programming_language: "Python",
      guidance: "Look at the *indentation*.",
      rubric: [{ id: "runs", text: "It runs", points: 3 }, { id: "clear", text: "It is clear", points: 2 }],
    },
    {
      id: "choice",
      type: "single_choice",
      text: "Which is **larger**?",
      points: 1,
      choices: [{ id: "a", text: "$x^2$" }, { id: "b", text: "$x^3$" }],
      correct: "b",
      feedback: "A *cube* grows faster.",
    },
    {
      id: "cloze",
      type: "cloze",
      text: "Fill in.",
      points: 2,
      passage: "Paris lies on the [[river]], Rome on the [[other]].",
      gaps: [{ id: "river", correct: ["Seine"] }, { id: "other", correct: ["Tiber", "Tevere"] }],
    },
    { id: "speed", type: "numeric", text: "How fast?", points: 1, unit: "km/h", correct: 5, tolerance_percent: 10 },
    { id: "file", type: "file", text: "Hand in your essay.", points: 4 },
  ],
};

/** A function with a meaning in its indentation. */
export const READ_CODE = "def double(n):\n    if n:\n        return n * 2";

/** A student who answers all of it, with a file of the own name. */
export async function sitReadExam(
  server: LiveServer,
  name: string,
  code = READ_CODE,
): Promise<{ attempt_id: string; session_token: string }> {
  const joined = await server.join(name, READ_EXAM.code);
  const fileName = `${name}.pdf`;
  const put = await fetch(`${server.url}/api/attempt/files/file?name=${encodeURIComponent(fileName)}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${joined.session_token}` },
    body: SAMPLE_FILES.pdf,
  });
  const { file_id } = await put.json();
  const type = (question: string, inserted: string, t: number) => (
    { type: "answer_edit", question, at: 0, removed: 0, inserted, t }
  );
  const events = [
    { type: "question_view", question: "code", t: 0 },
    type("code", code, 100),
    { type: "answer_select", question: "choice", choices: ["a"], t: 200 },
    type("cloze.river", "Seine", 300),
    type("speed", "5.2", 400),
    { type: "answer_select", question: "file", choices: [`${file_id}=${fileName}`], t: 500 },
  ];
  await server.call("POST", "/log_activity", joined.session_token, { seq: 1, sentAt: 0, events });
  await server.call("POST", "/submit_exam", joined.session_token, {});
  return joined;
}
