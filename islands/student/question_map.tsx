import { answerTo } from "../../protocol/items/answer_ids.ts";
import { isAnswered } from "../../protocol/items/answer_form.ts";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";

/** Every question at a glance: answered (filled), flagged for later (flag), the one in view (ring). */
export function QuestionMap({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const { map, question: questionWords } = useWords("exam");
  const { speaker } = useSpeech();
  const { questions, answered } = model;
  const stage = model.stage.value;
  const isReview = stage.kind === "sitting" && stage.view === "review";
  return (
    <nav aria-labelledby="map-heading" class={`flex-col gap-3 ${isReview ? "hidden lg:flex" : "flex"}`}>
      <h2 id="map-heading" class="text-sm font-semibold">
        {map.title}{" "}
        <span class="font-normal tabular-nums text-ink-soft">
          {speaker.say(map.answered, { answered: answered.value, count: questions.value.length })}
        </span>
      </h2>
      <ol class="flex flex-wrap gap-2">
        {questions.value.map((question, index) => {
          const isCurrent = !isReview && index === model.current.value;
          const isDone = isAnswered(answerTo(question, model.answers.value));
          const isFlagged = model.flagged.value.has(question.id);
          const labels = isFlagged ? map.flagged : map.plain;
          return (
            <li key={question.id}>
              <button
                type="button"
                aria-label={speaker.say(labels[isDone ? "answered" : "open"], { number: index + 1 })}
                aria-current={isCurrent ? "step" : undefined}
                onClick={() => actions.open(index)}
                class={`relative inline-flex size-10 items-center justify-center rounded-field border text-sm font-medium tabular-nums ${
                  isDone ? "border-accent bg-accent text-accent-ink" : "border-line-strong bg-raised text-ink"
                } ${isCurrent ? "ring-2 ring-focus ring-offset-2 ring-offset-surface" : ""}`}
              >
                {speaker.number(index + 1)}
                {isFlagged && (
                  <span class="absolute -end-1.5 -top-1.5 rounded-full border border-line-strong bg-raised p-0.5 text-ink">
                    <Icon name="flag" class="size-3" />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      {!isReview && (
        <button
          type="button"
          onClick={() => actions.review()}
          class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {questionWords.review}
        </button>
      )}
    </nav>
  );
}
