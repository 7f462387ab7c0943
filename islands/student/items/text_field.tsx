import type { VNode } from "preact";
import { useWords } from "../../components/speech.tsx";
import { directionOf } from "../content_language.ts";
import type { AnswerActions } from "../exam_actions.ts";
import { useFieldText } from "./use_field_text.ts";

/** A field to write in for an hour is larger than one in a form. */
export const FIELD_CLASS = "w-full rounded-field border border-line-strong bg-raised px-3 py-2 text-base text-ink " +
  "aria-invalid:border-high disabled:bg-sunken disabled:text-ink-soft";

export interface TextFieldProps {
  question: { id: string };
  /** What is written so far. */
  text: string;
  language: string | undefined;
  actions: AnswerActions;
  isDisabled: boolean;
  /** Whether it is the same in every direction, as a number is. */
  isNeutral?: boolean;
  /** What is asked for, or how much of it there is. */
  note: string;
  /** What is wrong with it, in place of the note; nobody is stopped from writing. */
  problem?: string;
  /** The field itself, from what is the same for every one. */
  children: (input: ReturnType<typeof inputProps> & ReturnType<typeof useFieldText>) => VNode;
}

/** An answer that is written: its label, its field, and a note below. */
export function TextField(props: TextFieldProps) {
  const words = useWords("exam").answer;
  const input = { ...inputProps(props), ...useFieldText(props.question.id, props.text, props.actions) };
  return (
    <div class="flex flex-col gap-2">
      <label for={input.id} class="font-medium">{words.label}</label>
      {props.children(input)}
      <div id={`${input.id}-note`} class="text-sm tabular-nums text-ink-soft">
        <p role="status" class="font-medium text-high">{props.problem}</p>
        {props.problem === undefined && <p>{props.note}</p>}
      </div>
    </div>
  );
}

function inputProps({ question, text, language, isDisabled, isNeutral, problem }: TextFieldProps) {
  const id = `answer-${question.id}`;
  return {
    id,
    name: id,
    disabled: isDisabled,
    lang: language,
    translate: false,
    // Text goes its own way; an empty field waits where the exam's language begins.
    dir: text !== "" || isNeutral ? "auto" as const : directionOf(language),
    "aria-describedby": `question-text ${id}-note`,
    "aria-invalid": problem === undefined ? undefined : "true" as const,
    autoComplete: "off",
  };
}
