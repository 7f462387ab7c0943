import { SavedExam } from "../../../islands/author/authored_exam.ts";

/** An exam as the server has it. */
export function savedExam(document: Record<string, unknown> = {}, state = "draft", revision = 1): SavedExam {
  return SavedExam.parse({
    exam_id: "exam",
    state,
    revision,
    document: {
      code: "BIO-101",
      title: "Biology",
      duration_minutes: 60,
      questions: [{ id: "q1", type: "essay", text: "Why?" }],
      ...document,
    },
  });
}
