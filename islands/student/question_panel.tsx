import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { RichText } from "../components/rich_text.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { QuestionSheet } from "./question_sheet.tsx";
import { SectionHead } from "./section_head.tsx";

/** One question with its answer, and the ways on. */
export function QuestionPanel({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { question: words, untitled } = useWords("exam");
  const { forward } = useWords("sitting");
  const { speaker } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirstLook = useRef(true);
  const index = model.current.value;
  const questions = model.questions.value;
  const question = questions[index];
  const language = model.language.value;
  const { instructions, instructions_html: instructionsHtml } = model.attempt.value?.exam ?? {};
  const number = speaker.number(index + 1);

  useLayoutEffect(() => {
    const exam = model.attempt.value?.exam.title ?? untitled;
    document.title = speaker.say(words.tab, { number, count: questions.length, exam });
    // Whoever moves on starts at the new question's top; the page itself starts where the browser puts it. In the same
    // turn as the field appears: a moment later the focus would be taken from under the first letter.
    if (!isFirstLook.current) {
      heading.current?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
    isFirstLook.current = false;
  }, [index]);

  if (question === undefined) return <p>{words.none}</p>;
  const isFlagged = model.flagged.value.has(question.id);
  const isLast = index === questions.length - 1;
  const isUp = model.isTimeUp.value;
  const isForward = model.isForward.value;
  const section = model.attempt.value?.exam.sections?.find(({ id }) => id === question.section);
  return (
    <section aria-labelledby="question-heading" class="flex flex-col gap-6">
      {index === 0 && instructions && (
        <RichText
          of={{ text: instructions, html: instructionsHtml }}
          language={language}
          class="rounded-field bg-sunken px-4 py-3"
        />
      )}
      {section && (
        <SectionHead
          key={`${section.id} ${questions[index - 1]?.section !== section.id}`}
          section={section}
          isFirst={questions[index - 1]?.section !== section.id}
          language={language}
        />
      )}
      <QuestionSheet
        question={question}
        index={index}
        count={questions.length}
        headingRef={heading}
        describedBy={section && "section-title"}
        answer={model.answers.value[question.id]}
        answers={model.answers.value}
        language={language}
        actions={actions}
        isDisabled={isUp || model.hold.value !== null}
      />
      {!isForward && (
        <div>
          <Button
            look={isFlagged ? "plain" : "quiet"}
            aria-pressed={isFlagged}
            onClick={() => actions.toggleFlag(question.id)}
            class={isFlagged ? "" : "-ms-4"}
          >
            <Icon name="flag" />
            {isFlagged ? words.flagged : words.flag}
          </Button>
        </div>
      )}
      {isForward && !isLast && <p class="text-sm text-ink-soft">{forward.note}</p>}
      <div class={`flex flex-wrap gap-3 border-t border-line pt-6 ${isForward ? "justify-end" : "justify-between"}`}>
        {!isForward && <Button disabled={index === 0} onClick={() => actions.open(index - 1)}>{words.previous}</Button>}
        {isLast
          ? <Button look="primary" onClick={() => actions.review()}>{words.review}</Button>
          : <Button look="primary" onClick={() => actions.open(index + 1)}>{words.next}</Button>}
      </div>
    </section>
  );
}
