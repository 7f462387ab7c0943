import type { Paper } from "../../protocol/rest.ts";

/** Every text of a paper that a student can copy from it. */
export function paperTexts(paper: Paper): string[] {
  return [
    paper.title,
    paper.instructions ?? "",
    ...paper.questions.flatMap((question) => [
      question.text,
      ..."choices" in question ? question.choices.map((choice) => choice.text) : [],
    ]),
  ];
}
