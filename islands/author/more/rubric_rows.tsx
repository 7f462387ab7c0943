import { useLayoutEffect, useRef } from "preact/hooks";
import type { Rubric } from "../../../protocol/items/rubric.ts";
import { Button } from "../../components/button.tsx";
import { FieldError } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { IconButton } from "../fields/icon_button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import { NumberCell } from "../fields/number_cell.tsx";
import { Sign } from "../fields/sign.tsx";
import type { ItemFormProps } from "../items/author_item.ts";
import { nextChoiceId } from "../new_ids.ts";

interface RubricRowsProps extends Pick<ItemFormProps<"essay">, "language" | "problem" | "fieldId"> {
  rubric: Rubric | undefined;
  /** Of the question. */
  points: number;
  onChange: (rubric: Rubric | undefined, place: string) => void;
}

/** Criteria that a marker ticks, each with its points. Enter adds one behind. */
export function RubricRows({ rubric = [], points, language, problem, fieldId, onChange }: RubricRowsProps) {
  const words = useWords("editorMore").rubric;
  const { speaker } = useSpeech();
  const focus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const put = (next: Rubric, place = "") => onChange(next.length === 0 ? undefined : next, place);
  function add(at: number) {
    focus.current = fieldId("rubric", at, "text");
    put(rubric.toSpliced(at, 0, { id: nextChoiceId(rubric), text: "", points: 1 }));
  }
  const sum = rubric.reduce((all, { points: own }) => all + (Number.isNaN(own) ? 0 : own), 0);
  return (
    <fieldset id={fieldId("rubric")} class="flex flex-col gap-2">
      <legend class="mb-1.5 text-sm font-medium">{words.title}</legend>
      <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.hint}</p>
      <FieldError id={`${fieldId("rubric")}-error`} error={problem("rubric")} />
      {rubric.map((criterion, index) => {
        const number = speaker.number(index + 1);
        return (
          <div key={criterion.id} class="flex items-start gap-2">
            <LineInput
              id={fieldId("rubric", index, "text")}
              label={speaker.say(words.criterion, { number })}
              value={criterion.text}
              placeholder={words.placeholder}
              language={language}
              error={problem("rubric", index, "text")}
              onValue={(text) => put(rubric.with(index, { ...criterion, text }), `rubric.${criterion.id}`)}
              onEnter={() => add(index + 1)}
            />
            <NumberCell
              id={fieldId("rubric", index, "points")}
              label={speaker.say(words.points, { number })}
              value={criterion.points}
              empty={NaN}
              error={problem("rubric", index, "points")}
              onValue={(own = NaN) => put(rubric.with(index, { ...criterion, points: own }), `rubric.${index}.points`)}
            />
            <span class="pt-0.5">
              <IconButton
                label={speaker.say(words.remove, { number })}
                onClick={() => {
                  focus.current = fieldId("rubric", Math.max(0, index - 1), "text");
                  put(rubric.toSpliced(index, 1));
                }}
              >
                <Icon name="close" />
              </IconButton>
            </span>
          </div>
        );
      })}
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button look="quiet" size="small" class="-ms-2" onClick={() => add(rubric.length)}>
          <Sign name="plus" />
          {words.add}
        </Button>
        {rubric.length > 0 && (
          <p class={`text-sm tabular-nums ${sum === points ? "text-ink-soft" : "text-medium"}`}>
            {speaker.say(words.sum, { sum, points })}
          </p>
        )}
      </div>
    </fieldset>
  );
}
