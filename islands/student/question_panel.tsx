import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { AnswerField } from "./items/registry.tsx";

/** One question with its answer, and the ways on. */
export function QuestionPanel({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { question: words, untitled } = useWords("exam");
  const { speaker } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirstLook = useRef(true);
  const index = model.current.value;
  const questions = model.questions.value;
  const question = questions[index];
  const language = model.language.value;
  const number = speaker.number(index + 1);
  const of = speaker.say(words.of, { count: questions.length });

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
  return (
    <section aria-labelledby="question-heading" class="flex flex-col gap-6">
      {index === 0 && model.attempt.value?.exam.instructions && (
        <p
          lang={language}
          dir="auto"
          class="whitespace-pre-wrap rounded-field bg-sunken px-4 py-3 wrap-anywhere"
        >
          {model.attempt.value.exam.instructions}
        </p>
      )}
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1
          id="question-heading"
          ref={heading}
          tabIndex={-1}
          data-focus-home
          class="text-xl font-semibold outline-none"
        >
          <Said
            sentence={words.heading}
            places={{ number, of: <span class="font-normal text-ink-soft">{of}</span> }}
          />
        </h1>
        <p class="text-sm text-ink-soft">{speaker.say(words.points, { points: question.points })}</p>
      </div>
      <div id="question-text" class="flex flex-col gap-4 text-lg leading-relaxed">
        {question.text.split(/\n\s*\n/).map((paragraph, place) => (
          <p key={place} lang={language} dir="auto" class="whitespace-pre-wrap wrap-anywhere">{paragraph}</p>
        ))}
      </div>
      <AnswerField
        key={question.id}
        question={question}
        answer={model.answers.value[question.id]}
        answers={model.answers.value}
        language={language}
        actions={actions}
        isDisabled={isUp || model.hold.value !== null}
      />
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
      <div class="flex flex-wrap justify-between gap-3 border-t border-line pt-6">
        <Button disabled={index === 0} onClick={() => actions.open(index - 1)}>{words.previous}</Button>
        {isLast
          ? <Button look="primary" onClick={() => actions.review()}>{words.review}</Button>
          : <Button look="primary" onClick={() => actions.open(index + 1)}>{words.next}</Button>}
      </div>
    </section>
  );
}
