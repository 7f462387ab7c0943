import { useSpeech, useWords } from "../../components/speech.tsx";
import { Button } from "../../components/button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";

export const trueFalse: AuthorItem<"true_false"> = {
  make: (id) => ({ id, type: "true_false", text: "", points: 1 }),
  Form: TrueFalseForm,
  More: TrueFalseMore,
};

function TrueFalseForm({ question, change, fieldId }: ItemFormProps<"true_false">) {
  const words = useWords("editorItems");
  const id = fieldId("correct");
  return (
    <fieldset id={id} class="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      <legend class="mb-1.5 text-sm font-medium">{words.statement}</legend>
      {([[true, words.true], [false, words.false]] as const).map(([value, name]) => (
        <label key={name} class="flex min-h-8 items-center gap-2">
          <input
            type="radio"
            name={id}
            checked={question.correct === value}
            onChange={() =>
              change({ ...question, correct: value }, "")}
            class="size-4"
          />
          {name}
        </label>
      ))}
      {question.correct === undefined ? <p class="text-ink-soft">{words.byHand}</p> : (
        <Button
          look="quiet"
          size="small"
          class="text-ink-soft"
          onClick={() => change({ ...question, correct: undefined }, "")}
        >
          {words.noKey}
        </Button>
      )}
    </fieldset>
  );
}

function TrueFalseMore({ question, language, change, problem, fieldId }: ItemFormProps<"true_false">) {
  const words = useWords("editorMore");
  const items = useWords("editorItems");
  const { speaker } = useSpeech();
  const said = question.choice_feedback ?? {};
  return (
    <fieldset class="flex flex-col gap-2">
      <legend class="mb-1.5 text-sm font-medium">{words.choiceFeedback}</legend>
      <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.choiceFeedbackHint}</p>
      {(["true", "false"] as const).map((value) => (
        <div key={value} class="flex items-start gap-2">
          <span aria-hidden="true" class="w-14 pt-2 text-sm text-ink-soft">{items[value]}</span>
          <LineInput
            id={fieldId("choice_feedback", value)}
            label={speaker.say(words.feedbackOf, { letter: items[value] })}
            value={said[value] ?? ""}
            language={language}
            error={problem("choice_feedback", value)}
            onValue={(text) => {
              const next = { ...said, [value]: text === "" ? undefined : text };
              const isEmpty = next.true === undefined && next.false === undefined;
              change({ ...question, choice_feedback: isEmpty ? undefined : next }, `choice_feedback.${value}`);
            }}
          />
        </div>
      ))}
    </fieldset>
  );
}
