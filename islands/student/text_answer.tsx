import type { TargetedInputEvent } from "preact";
import type { PaperQuestion } from "../../protocol/items/registry.ts";
import { isAnswered, textOf } from "../../protocol/items/answer_form.ts";
import { readNumber } from "../../protocol/items/read_number.ts";
import { MAX_ANSWER_CHARACTERS } from "../../protocol/limits.ts";
import { countWords } from "./count_words.ts";
import type { Speaker } from "../../words/speaker.ts";
import type { Sentences } from "../../words/words.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { AnswerProps } from "./answer_field.tsx";
import { directionOf } from "./content_language.ts";

type TextQuestion = Extract<PaperQuestion, { type: "numeric" | "short_text" | "essay" }>;

/** A field to write in for an hour is larger than one in a form. */
const FIELD_CLASS = "w-full rounded-field border border-line-strong bg-raised px-3 py-2 text-base text-ink " +
  "disabled:bg-sunken disabled:text-ink-soft";

/** From this share of a limit on, what is left is shown. */
const NEAR_LIMIT = 0.8;

/** An answer that is written: a number, a line, or an essay. */
export function TextAnswer({ question, answer, language, actions, isDisabled }: AnswerProps<TextQuestion>) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const text = textOf(answer);
  const id = `answer-${question.id}`;
  const input = {
    id,
    name: id,
    value: text,
    disabled: isDisabled,
    lang: language,
    dir: directionOfField(question, text, language),
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
      <label for={id} class="font-medium">{words.label}</label>
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
            {question.unit && <bdi lang={language} class="text-ink-soft">{question.unit}</bdi>}
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
      <p id={`${id}-note`} class="text-sm tabular-nums text-ink-soft">{note(question, text, words, speaker)}</p>
    </div>
  );
}

/** Text goes its own way; an empty field waits where the exam's language begins. Numbers run the same way everywhere. */
function directionOfField(question: TextQuestion, text: string, language: string | undefined) {
  return text !== "" || question.type === "numeric" ? "auto" as const : directionOf(language);
}

type Words = Sentences["exam"]["answer"];

/** What is asked for, or how much of it there is. */
function note(question: TextQuestion, text: string, words: Words, speaker: Speaker): string {
  if (question.type === "numeric") {
    const isNumber = !isAnswered(text) || readNumber(text) !== null;
    if (!isNumber) return words.noNumber;
    return question.unit ? speaker.say(words.numberIn, { unit: question.unit }) : words.number;
  }
  if (question.type === "short_text") {
    const most = question.max_characters;
    return text.length < most * NEAR_LIMIT
      ? speaker.say(words.upTo, { most })
      : speaker.say(words.left, { left: most - text.length });
  }
  return wordNote(countWords(text), question.words ?? {}, words, speaker);
}

/** How many words there are, and what is asked for; it never stops anyone from writing. */
function wordNote(count: number, { min, max }: { min?: number; max?: number }, words: Words, speaker: Speaker): string {
  if (max !== undefined && count > max) return speaker.say(words.wordsTooMany, { count, over: count - max, max });
  if (min !== undefined && max !== undefined) return speaker.say(words.wordsBetween, { count, min, max });
  if (min !== undefined) return speaker.say(count < min ? words.wordsTooFew : words.wordsEnough, { count, min });
  if (max !== undefined) return speaker.say(words.wordsUpTo, { count, max });
  return speaker.say(words.words, { count });
}
