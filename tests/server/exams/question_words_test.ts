import assert from "node:assert/strict";
import { questionWords } from "../../../server/exams/paper.ts";
import { Hall } from "../../support/hall.ts";

Deno.test("[SG168] a context holds the words of each question, choices included, and no correct answer's", async () => {
  const hall = await Hall.open();
  try {
    const choices = [{ id: "a", text: "A green leaf" }, { id: "b", text: "Stone" }];
    const exam = await hall.exam({
      questions: [
        { id: "q1", type: "essay", text: "Write.", guidance: "Many words that no student sees" },
        { id: "q2", type: "single_choice", text: "What makes sugar from light?", choices, correct: "a" },
      ],
    });
    assert.deepEqual(questionWords(exam), { q1: 1, q2: 9 });
    const { context } = await hall.services.attempts.contexts.current(exam, {
      accommodations: { extra_time_percent: 0, technologies: [], muted: [], weights: {} },
    });
    assert.deepEqual(context.question_words, { q1: 1, q2: 9 });
  } finally {
    hall.kv.close();
  }
});
