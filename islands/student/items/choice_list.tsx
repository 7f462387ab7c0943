import { choicesOf } from "../../../protocol/items/answer_form.ts";
import type { QuestionType } from "../../../protocol/items/registry.ts";
import { type AuthoredText, RichPiece } from "../../components/rich_text.tsx";
import { useWords } from "../../components/speech.tsx";
import { directionOf } from "../content_language.ts";
import type { AnswerProps } from "./student_item.ts";

interface ChoiceListProps extends Omit<AnswerProps<QuestionType>, "question"> {
  question: { id: string };
  choices: readonly ({ id: string } & AuthoredText)[];
  /** Whether several may be chosen. */
  isMultiple?: boolean;
}

/** An answer that is chosen: radio buttons, or check boxes where several may be right. */
export function ChoiceList(props: ChoiceListProps) {
  const { question, choices, answer, language, actions, isDisabled, isMultiple = false } = props;
  const words = useWords("exam").answer;
  const chosen = choicesOf(answer);

  function choose(id: string, isChosen: boolean) {
    if (!isMultiple) return actions.select(question.id, [id]);
    // In the paper's order, so that the same choices are the same answer.
    const next = choices.map((choice) => choice.id)
      .filter((choice) => choice === id ? isChosen : chosen.includes(choice));
    actions.select(question.id, next);
  }

  return (
    <fieldset disabled={isDisabled} aria-describedby="question-text" class="flex flex-col gap-3">
      <legend class="mb-3 text-sm text-ink-soft">
        {isMultiple ? words.chooseAll : words.chooseOne}
      </legend>
      {choices.map((choice, index) => (
        <label
          key={choice.id}
          dir={directionOf(language)}
          class="flex min-h-12 cursor-pointer items-start gap-3 rounded-field border border-line-strong/60 bg-raised px-4 py-3 hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type={isMultiple ? "checkbox" : "radio"}
            name={`answer-${question.id}`}
            value={choice.id}
            data-focus-home={index === 0 ? true : undefined}
            checked={chosen.includes(choice.id)}
            onChange={(event) => choose(choice.id, event.currentTarget.checked)}
            class="mt-1 size-4 shrink-0 outline-none"
          />
          <RichPiece of={choice} language={language} class="min-w-0" />
        </label>
      ))}
      {!isMultiple && chosen.length > 0 && (
        <button
          type="button"
          onClick={() => actions.select(question.id, [])}
          class="min-h-8 self-start rounded-field text-sm font-medium text-accent underline underline-offset-4"
        >
          {words.clear}
        </button>
      )}
    </fieldset>
  );
}
