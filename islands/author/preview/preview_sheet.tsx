import { useMemo } from "preact/hooks";
import type { Answers } from "../../../protocol/items/answer.ts";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { QuestionSheet } from "../../student/question_sheet.tsx";
import { usePaperHtml } from "../texts/use_paper_html.ts";
import { previewActions } from "./preview_actions.ts";

interface PreviewSheetProps {
  /** Without a key. */
  paper: PaperQuestion;
  index: number;
  count: number;
  language: string | undefined;
  /** What was tried so far, of all questions. */
  answers: Answers;
  onAnswers: (change: (answers: Answers) => Answers) => void;
}

/** A question as its student sees it and answers it, by the same components; nothing of it is kept. */
export function PreviewSheet({ paper, answers, onAnswers, ...place }: PreviewSheetProps) {
  const actions = useMemo(() => previewActions(onAnswers), []);
  const shown = usePaperHtml(paper);
  return (
    <QuestionSheet
      {...place}
      question={shown}
      Heading="h3"
      answer={answers[paper.id]}
      answers={answers}
      actions={actions}
      isDisabled={false}
    />
  );
}
