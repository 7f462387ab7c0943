import { useState } from "preact/hooks";
import type { PaperQuestion } from "../../../protocol/items/registry.ts";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { AnswerField } from "../items/registry.tsx";
import { eventText } from "./event_text.ts";
import type { Practice } from "./practice.ts";

/** Practice questions of the real kinds, and beside them what an exam would record of it. */
export function PracticePanel({ practice }: { practice: Practice }) {
  const words = useWords("check");
  const { practice: own, live } = words;
  const { speaker } = useSpeech();
  const [index, setIndex] = useState(0);
  const { choices, things } = own;
  const questions: readonly PaperQuestion[] = [
    { id: "practice-1", type: "essay", text: own.essay, points: 1 },
    { id: "practice-2", type: "single_choice", text: own.single, points: 1, choices: listed(choices) },
    { id: "practice-3", type: "ordering", text: own.ordering, points: 1, choices: listed(things) },
  ];
  const question = questions[index];
  const isRunning = practice.isRunning.value;
  const number = { number: index + 1, count: questions.length };
  return (
    <section aria-labelledby="practice" class="flex flex-col gap-4">
      <h2 id="practice" class="text-xl font-semibold">{own.title}</h2>
      <p class="max-w-3xl">{own.lead}</p>
      {!isRunning && <Button look="primary" class="self-start" onClick={() => practice.start()}>{own.start}</Button>}
      {isRunning && (
        <div class="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-12">
          <div class="flex min-w-0 flex-col gap-5">
            <h3 class="font-semibold">{speaker.say(own.question, number)}</h3>
            <p id="question-text" class="text-lg">{question.text}</p>
            <AnswerField
              key={question.id}
              question={question}
              answer={practice.answers.value[question.id]}
              answers={practice.answers.value}
              language={speaker.language.tag}
              actions={practice.actions}
              isDisabled={false}
            />
            <div class="flex flex-wrap gap-3">
              <Button onClick={() => setIndex((index + 1) % questions.length)}>{own.next}</Button>
              <Button look="quiet" onClick={() => practice.stop()}>{own.stop}</Button>
            </div>
          </div>
          <section aria-labelledby="recorded" class="flex min-w-0 flex-col gap-3">
            <h3 id="recorded" class="font-semibold">{live.title}</h3>
            {practice.shown.value.length === 0 && <p class="text-ink-soft">{live.empty}</p>}
            <ol class="flex min-h-72 flex-col gap-1.5 text-sm">
              {practice.shown.value.map(({ place, event }, newer) => (
                <li key={place} class={newer === 0 ? "font-medium" : "text-ink-soft"}>
                  {eventText(event, speaker, live)}
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
    </section>
  );
}

function listed(texts: Readonly<Record<string, string>>) {
  return Object.entries(texts).map(([id, text]) => ({ id, text }));
}
