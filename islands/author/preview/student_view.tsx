import { useRef, useState } from "preact/hooks";
import type { Answers } from "../../../protocol/items/answer.ts";
import { paperQuestion } from "../../../protocol/items/registry.ts";
import type { Section } from "../../../protocol/sections.ts";
import { Button } from "../../components/button.tsx";
import { RichText } from "../../components/rich_text.tsx";
import { useWords } from "../../components/speech.tsx";
import { SectionHead } from "../../student/section_head.tsx";
import type { Editor } from "../editor.ts";
import { useRendered } from "../texts/rich_texts.ts";
import { PreviewSheet } from "./preview_sheet.tsx";

/** A question as a student sees it, from the paper that they would get: no key is in it. */
export function StudentView({ editor }: { editor: Editor }) {
  const words = useWords("editor").asStudent;
  const [answers, setAnswers] = useState<Answers>({});
  const [place, setPlace] = useState(0);
  const { questions, sections, language, instructions } = editor.exam.value;
  const openAt = questions.findIndex(({ id }) => id === editor.open.value);
  const at = Math.min(openAt >= 0 ? openAt : place, questions.length - 1);
  const question = questions[at];
  if (question === undefined) return <p class="text-sm text-ink-soft">{words.none}</p>;
  // What is not complete yet is shown as far as it is written.
  const paper = paperQuestion(question);
  const section = sections?.find(({ id }) => id === question.section);
  const isFirst = questions[at - 1]?.section !== question.section;

  function go(to: number) {
    setPlace(to);
    if (openAt >= 0) editor.open.value = questions[to].id;
  }

  return (
    <div class="flex flex-col gap-6">
      {at === 0 && instructions && <Instructions text={instructions} language={language} />}
      {section && <SectionView key={section.id} section={section} isFirst={isFirst} language={language} />}
      <PreviewSheet
        key={paper.id}
        paper={paper}
        index={at}
        count={questions.length}
        language={language}
        answers={answers}
        onAnswers={setAnswers}
      />
      <div class="flex justify-between gap-3 border-t border-line pt-6">
        <Button disabled={at === 0} onClick={() => go(at - 1)}>{words.previous}</Button>
        <Button disabled={at === questions.length - 1} onClick={() => go(at + 1)}>{words.next}</Button>
      </div>
    </div>
  );
}

function SectionView(
  { section, isFirst, language }: { section: Section; isFirst: boolean; language: string | undefined },
) {
  const { text = "" } = section;
  const [rendered] = useRendered([{ text }]);
  return (
    <SectionHead
      key={String(isFirst)}
      section={{ ...section, html: rendered?.html }}
      isFirst={isFirst}
      language={language}
    />
  );
}

function Instructions({ text, language }: { text: string; language: string | undefined }) {
  const [rendered] = useRendered([{ text }]);
  const last = useRef<string | undefined>(undefined);
  const html = last.current = rendered?.html ?? last.current;
  return <RichText of={{ text, html }} language={language} class="rounded-field bg-sunken px-4 py-3" />;
}
