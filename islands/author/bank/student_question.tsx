import { useState } from "preact/hooks";
import type { Answers } from "../../../protocol/items/answer.ts";
import { paperQuestion, type Question } from "../../../protocol/items/registry.ts";
import { PreviewSheet } from "../preview/preview_sheet.tsx";

/** A question of the bank as a student sees it: no key is in it. */
export function StudentQuestion({ question }: { question: Question }) {
  const [answers, setAnswers] = useState<Answers>({});
  return (
    <div class="flex flex-col gap-6">
      <PreviewSheet
        paper={paperQuestion(question)}
        index={0}
        count={1}
        language={undefined}
        answers={answers}
        onAnswers={setAnswers}
      />
    </div>
  );
}
