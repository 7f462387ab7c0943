import type { TargetedInputEvent } from "preact";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { isAnswered, textOf } from "../../protocol/items/answer_form.ts";
import { readNumber } from "../../protocol/items/read_number.ts";
import { MAX_ANSWER_CHARACTERS } from "../../protocol/limits.ts";
import { countWords } from "./count_words.ts";
import type { AnswerProps } from "./answer_field.tsx";

type TextQuestion = Extract<PaperQuestion, { type: "numeric" | "short_text" | "essay" }>;

/** A field to write in for an hour is larger than one in a form. */
const FIELD_CLASS = "w-full rounded-field border border-line-strong bg-raised px-3 py-2 text-base text-ink " +
  "disabled:bg-sunken disabled:text-ink-soft";

/** From this share of a limit on, what is left is shown. */
const NEAR_LIMIT = 0.8;

/** An answer that is written: a number, a line, or an essay. */
export function TextAnswer({ question, answer, actions, isDisabled }: AnswerProps<TextQuestion>) {
  const text = textOf(answer);
  const id = `answer-${question.id}`;
  const input = {
    id,
    name: id,
    value: text,
    disabled: isDisabled,
    "aria-describedby": `question-text ${id}-note`,
    autoComplete: "off",
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      const { value, selectionEnd } = event.currentTarget;
      const inputType = "inputType" in event && typeof event.inputType === "string" ? event.inputType : "";
      const data = "data" in event && typeof event.data === "string" ? event.data : null;
      actions.edit(question.id, value, selectionEnd ?? undefined, inputType, data);
    },
  };
  return (
    <div class="flex flex-col gap-2">
      <label for={id} class="font-medium">Your answer</label>
      {question.type === "essay"
        ? (
          <textarea
            {...input}
            maxLength={MAX_ANSWER_CHARACTERS}
            rows={14}
            class={`${FIELD_CLASS} min-h-64 resize-y leading-relaxed`}
          />
        )
        : question.type === "numeric"
        ? (
          <div class="flex items-center gap-3">
            <input
              {...input}
              type="text"
              inputMode="decimal"
              maxLength={100}
              spellcheck={false}
              class={`${FIELD_CLASS} max-w-48 tabular-nums`}
            />
            {question.unit && <span class="text-ink-soft">{question.unit}</span>}
          </div>
        )
        : (
          <input
            {...input}
            type="text"
            maxLength={question.max_characters}
            class={FIELD_CLASS}
          />
        )}
      <p id={`${id}-note`} class="text-sm tabular-nums text-ink-soft">{note(question, text)}</p>
    </div>
  );
}

function note(question: TextQuestion, text: string): string {
  if (question.type === "numeric") {
    const isNumber = !isAnswered(text) || readNumber(text) !== null;
    return isNumber
      ? `A number${question.unit ? `, in ${question.unit}` : ""}.`
      : "This does not read as a number. Write digits, as in 12.5.";
  }
  if (question.type === "short_text") {
    const left = question.max_characters - text.length;
    if (text.length < question.max_characters * NEAR_LIMIT) return `Up to ${question.max_characters} characters.`;
    return left === 1 ? "1 character left." : `${left} characters left.`;
  }
  return wordNote(countWords(text), question.words);
}

/** How many words there are, and what is asked for; it never stops anyone from writing. */
function wordNote(count: number, words: { min?: number; max?: number } | undefined): string {
  const counted = count === 1 ? "1 word" : `${count} words`;
  const { min, max } = words ?? {};
  if (max !== undefined && count > max) return `${counted}: ${count - max} over the ${max} asked for.`;
  if (min !== undefined && max !== undefined) return `${counted} of ${min} to ${max}.`;
  if (min !== undefined) {
    return count < min ? `${counted} of at least ${min}.` : `${counted}, at least ${min} asked for.`;
  }
  if (max !== undefined) return `${counted} of at most ${max}.`;
  return `${counted}.`;
}
