import type { Ref } from "preact";
import type { QuestionType } from "../../protocol/items/registry.ts";
import { RichText } from "../components/rich_text.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AnswerField } from "./items/registry.tsx";
import type { AnswerProps } from "./items/student_item.ts";

interface QuestionSheetProps extends AnswerProps<QuestionType> {
  index: number;
  count: number;
  /** Of its heading: the page's own, or within a preview. */
  Heading?: "h1" | "h3";
  headingRef?: Ref<HTMLHeadingElement>;
  /** Id of what the heading is described by. */
  describedBy?: string;
}

/** A question as its student sees it: number, points, text and the field for the answer. The editor's preview shows the same. */
export function QuestionSheet(
  { question, index, count, Heading = "h1", headingRef, describedBy, ...field }: QuestionSheetProps,
) {
  const { question: words } = useWords("exam");
  const { speaker } = useSpeech();
  const of = speaker.say(words.of, { count });
  return (
    <>
      <div class="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Heading
          id="question-heading"
          ref={headingRef}
          tabIndex={-1}
          aria-describedby={describedBy}
          data-focus-home
          class="text-xl font-semibold outline-none"
        >
          <Said
            sentence={words.heading}
            places={{ number: speaker.number(index + 1), of: <span class="font-normal text-ink-soft">{of}</span> }}
          />
        </Heading>
        <p class="text-sm text-ink-soft">{speaker.say(words.points, { points: question.points })}</p>
      </div>
      <div id="question-text" class="text-lg leading-relaxed">
        <RichText of={question} language={field.language} />
      </div>
      <AnswerField key={question.id} question={question} {...field} />
    </>
  );
}
