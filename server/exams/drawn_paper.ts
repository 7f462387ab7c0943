import type { PaperQuestion, Question } from "../../protocol/items/registry.ts";
import type { Paper } from "../../protocol/paper.ts";
import type { Exam } from "../store/exam_store.ts";

/** An attempt's own paper: of the whole one, its questions and their choices, in its order. What was made of the whole serves all. */
export function drawnPaper(whole: Paper, { document }: Exam): Paper {
  const known = new Map(whole.questions.map((question) => [question.id, question]));
  const questions = document.questions.flatMap((own) => {
    const question = known.get(own.id);
    return question === undefined ? [] : [inOwnOrder(question, own)];
  });
  return { ...whole, questions };
}

function inOwnOrder(question: PaperQuestion, own: Question): PaperQuestion {
  switch (question.type) {
    case "single_choice":
    case "multiple_choice": {
      if (own.type !== "single_choice" && own.type !== "multiple_choice") return question;
      const places = new Map(own.choices.map(({ id }, place) => [id, place]));
      const place = ({ id }: { id: string }) => places.get(id) ?? places.size;
      return { ...question, choices: question.choices.toSorted((a, b) => place(a) - place(b)) };
    }
    default:
      return question;
  }
}
