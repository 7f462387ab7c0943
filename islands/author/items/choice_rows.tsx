import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { FieldError } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { Icon } from "../../components/icon.tsx";
import { IconButton } from "../fields/icon_button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import { Sign } from "../fields/sign.tsx";
import { nextChoiceId } from "../new_ids.ts";

export interface Choice {
  id: string;
  text: string;
}

interface ChoiceRowsProps {
  choices: readonly Choice[];
  /** Ids that are right. */
  correct: readonly string[];
  isMultiple: boolean;
  language: string | undefined;
  /** Path of the choices from the question on. */
  path: readonly (string | number)[];
  problem: (...path: (string | number)[]) => string | undefined;
  fieldId: (...path: (string | number)[]) => string;
  legend: string;
  hint?: ComponentChildren;
  onChange: (choices: Choice[], correct: string[], place: string) => void;
}

/** Letter of a choice as its author sees it. */
export function letterOf(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** Choices with their key: text, right or not, order, more and fewer. Enter goes on to the next one. */
export function ChoiceRows(props: ChoiceRowsProps) {
  const { choices, correct, isMultiple, language, path, problem, fieldId, onChange } = props;
  const words = useWords("editorItems");
  const { speaker } = useSpeech();
  const focus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });

  function add(at: number) {
    const choice = { id: nextChoiceId(choices), text: "" };
    focus.current = fieldId(...path, at, "text");
    onChange(choices.toSpliced(at, 0, choice), [...correct], "");
  }
  /** To the next choice where nothing stands in it yet; else to a new one. */
  function goOn(from: number) {
    if (choices[from + 1]?.text.trim() === "") document.getElementById(fieldId(...path, from + 1, "text"))?.focus();
    else add(from + 1);
  }
  function remove(index: number) {
    focus.current = fieldId(...path, Math.max(0, Math.min(index, choices.length - 2)), "text");
    const { id } = choices[index];
    onChange(choices.toSpliced(index, 1), correct.filter((other) => other !== id), "");
  }
  function move(from: number, to: number) {
    onChange(choices.toSpliced(from, 1).toSpliced(to, 0, choices[from]), [...correct], "");
  }
  function mark(id: string, isRight: boolean) {
    const next = isMultiple
      ? choices.map((choice) => choice.id).filter((other) => other === id ? isRight : correct.includes(other))
      : [id];
    onChange([...choices], next, "");
  }

  const name = fieldId(...path, "correct");
  return (
    <fieldset id={fieldId(...path)} class="flex flex-col gap-2">
      <legend class="mb-1 text-sm font-medium">{props.legend}</legend>
      {props.hint && <p class="-mt-1 mb-1 text-sm text-ink-soft">{props.hint}</p>}
      <FieldError id={`${fieldId(...path)}-error`} error={problem(...path)} />
      {choices.map((choice, index) => {
        const letter = letterOf(index);
        return (
          <div key={choice.id} class="flex items-start gap-2">
            <label class="flex min-h-10 shrink-0 items-center gap-2 text-sm tabular-nums text-ink-soft">
              <input
                type={isMultiple ? "checkbox" : "radio"}
                name={name}
                aria-label={speaker.say(words.correct, { letter })}
                checked={correct.includes(choice.id)}
                onChange={({ currentTarget }) => mark(choice.id, currentTarget.checked)}
                class="size-4"
              />
              <span aria-hidden="true" class="w-4">{letter}</span>
            </label>
            <LineInput
              id={fieldId(...path, index, "text")}
              label={speaker.say(words.choice, { letter })}
              value={choice.text}
              language={language}
              error={problem(...path, index, "text")}
              onValue={(text) =>
                onChange(choices.with(index, { ...choice, text }), [...correct], `${path.join(".")}.${index}`)}
              onEnter={() => goOn(index)}
            />
            <div class="flex shrink-0 pt-0.5 max-sm:flex-col">
              <IconButton
                label={speaker.say(words.upChoice, { letter })}
                isDisabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <Sign name="up" />
              </IconButton>
              <IconButton
                label={speaker.say(words.removeChoice, { letter })}
                isDisabled={choices.length <= 2}
                onClick={() => remove(index)}
              >
                <Icon name="close" />
              </IconButton>
            </div>
          </div>
        );
      })}
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1 ps-10">
        <Button look="quiet" size="small" class="-ms-2" onClick={() => add(choices.length)}>
          <Sign name="plus" />
          {words.addChoice}
        </Button>
        {correct.length === 0 ? <p class="text-sm text-ink-soft">{words.byHand}</p> : !isMultiple && (
          <Button
            look="quiet"
            size="small"
            class="text-ink-soft"
            onClick={() => onChange([...choices], [], "")}
          >
            {words.noKey}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
