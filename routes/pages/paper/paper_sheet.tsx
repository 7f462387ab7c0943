import { RichText } from "../../../islands/components/rich_text.tsx";
import { useSpeech, useWords } from "../../../islands/components/speech.tsx";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { sectionRuns } from "../../../protocol/section_runs.ts";
import { AnswerRoom } from "./answer_room.tsx";
import type { PaperFacts } from "./paper_facts.ts";

/** The questions in the order in which they were written, each with its points and with room for the answer. */
export function PaperSheet({ exam: { title, paper, isPooled } }: { exam: PaperFacts }) {
  const { speaker } = useSpeech();
  const words = useWords("examPaper").sheet;
  const before = useWords("before");
  const { language, instructions, instructions_html: html, sections = [], questions } = paper;
  const numbers = new Map(questions.map(({ id }, index) => [id, index + 1]));
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  return (
    <article
      aria-label={words.label}
      class="paper-questions flex flex-col gap-8 rounded-lg border border-line bg-raised p-6 sm:p-10 print:border-0 print:p-0"
    >
      <header class="flex flex-col gap-5">
        <h2 lang={language} dir="auto" class="text-2xl font-semibold wrap-anywhere">{title}</h2>
        <div class="grid gap-x-8 gap-y-5 sm:grid-cols-[3fr_2fr] print:grid-cols-[3fr_2fr]">
          {[words.name, words.number].map((label) => (
            <p key={label} class="flex items-end gap-3 pt-4">
              <span>{label}</span>
              <span class="grow border-b border-ink" />
            </p>
          ))}
        </div>
        {!isPooled && <p>{speaker.say(words.total, { questions: questions.length, points })}</p>}
        {instructions && (
          <section class="flex flex-col gap-1">
            <h3 class="font-semibold">{before.instructions}</h3>
            <RichText of={{ text: instructions, html }} language={language} />
          </section>
        )}
      </header>
      {sectionRuns(questions).map((run) => {
        const section = sections.find(({ id }) => id === run[0].section);
        return (
          <section key={run[0].id} class="flex flex-col gap-8 print:block">
            {section && (
              <div class="paper-head flex flex-col gap-2 border-t-2 border-ink pt-4 print:mt-8">
                <h3 lang={language} dir="auto" class="text-xl font-semibold wrap-anywhere">{section.title}</h3>
                {section.text && <RichText of={{ text: section.text, html: section.html }} language={language} />}
              </div>
            )}
            {run.map((question) => (
              <PrintedQuestion
                key={question.id}
                question={question}
                number={numbers.get(question.id) ?? 0}
                Heading={section ? "h4" : "h3"}
                language={language}
              />
            ))}
          </section>
        );
      })}
      <p class="text-center">{words.end}</p>
    </article>
  );
}

interface PrintedQuestionProps {
  question: PaperQuestion;
  number: number;
  Heading: "h3" | "h4";
  language: string | undefined;
}

function PrintedQuestion({ question, number, Heading, language }: PrintedQuestionProps) {
  const { speaker } = useSpeech();
  const words = useWords("examPaper").sheet;
  const { points } = useWords("exam").question;
  return (
    <section class="flex flex-col gap-3 border-t border-ink/40 pt-4 print:mt-8 print:block">
      <div class="paper-head flex items-baseline justify-between gap-4">
        <Heading class="font-semibold">{speaker.say(words.question, { number })}</Heading>
        <span class="shrink-0">{speaker.say(points, { points: question.points })}</span>
      </div>
      <div class="paper-head print:mt-2">
        <RichText of={question} language={language} />
      </div>
      <div class="print:mt-3">
        <AnswerRoom question={question} language={language} />
      </div>
    </section>
  );
}
