import { useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { FieldError } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { QuestionOf } from "../authored_exam.ts";
import { IconButton } from "../fields/icon_button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import { Sign } from "../fields/sign.tsx";
import { type Random, untellingIds } from "../new_ids.ts";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";

interface Thing {
  /** Null for one that is new. */
  id: string | null;
  text: string;
}

export const ordering: AuthorItem<"ordering"> = {
  make: (id, _, random) => {
    const question = { id, type: "ordering" as const, text: "", points: 1, choices: [] };
    return withThings(question, [{ id: null, text: "" }, { id: null, text: "" }, { id: null, text: "" }], random);
  },
  Form: OrderingForm,
};

/** The things in their right order, each with an id that does not tell it. */
function withThings(
  question: QuestionOf<"ordering">,
  things: readonly Thing[],
  random: Random,
): QuestionOf<"ordering"> {
  const ids = untellingIds(things.map(({ id }) => id), random);
  return { ...question, choices: things.map(({ text }, index) => ({ id: ids[index], text })), correct: ids };
}

/** What is written is the right order: the key is what stands there. */
function OrderingForm({ question, language, random, change, problem, fieldId }: ItemFormProps<"ordering">) {
  const words = useWords("editorItems");
  const { speaker } = useSpeech();
  const focus = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (focus.current !== null) document.getElementById(focus.current)?.focus();
    focus.current = null;
  });
  const inOrder = question.correct ?? question.choices.map(({ id }) => id);
  const things = inOrder.flatMap((id) => question.choices.find((choice) => choice.id === id) ?? []);
  const fresh: Thing = { id: null, text: "" };
  const put = (next: readonly Thing[], place = "") => change(withThings(question, next, random), place);
  const pathOf = (id: string) => question.choices.findIndex((choice) => choice.id === id);

  function add(at: number) {
    focus.current = fieldId("choices", at, "text");
    put([...things.slice(0, at), fresh, ...things.slice(at)]);
  }

  return (
    <fieldset id={fieldId("choices")} class="flex flex-col gap-2">
      <legend class="mb-1 text-sm font-medium">{words.order}</legend>
      <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.orderHint}</p>
      <FieldError id={`${fieldId("choices")}-error`} error={problem("choices") ?? problem("correct")} />
      {things.map((thing, place) => {
        const number = speaker.number(place + 1);
        return (
          <div key={thing.id} class="flex items-start gap-2">
            <span class="w-6 shrink-0 pt-2 text-end text-sm tabular-nums text-ink-soft">{number}</span>
            <LineInput
              id={fieldId("choices", place, "text")}
              label={speaker.say(words.thing, { number })}
              value={thing.text}
              language={language}
              error={problem("choices", pathOf(thing.id), "text")}
              onValue={(text) => put(things.with(place, { ...thing, text }), `choices.${thing.id}`)}
              onEnter={() => add(place + 1)}
            />
            <div class="flex shrink-0 pt-0.5 max-sm:flex-col">
              <IconButton
                label={speaker.say(words.upThing, { number })}
                isDisabled={place === 0}
                onClick={() => put(things.toSpliced(place, 1).toSpliced(place - 1, 0, thing))}
              >
                <Sign name="up" />
              </IconButton>
              <IconButton
                label={speaker.say(words.removeThing, { number })}
                isDisabled={things.length <= 2}
                onClick={() => {
                  focus.current = fieldId("choices", Math.max(0, place - 1), "text");
                  put(things.toSpliced(place, 1));
                }}
              >
                <Icon name="close" />
              </IconButton>
            </div>
          </div>
        );
      })}
      <div class="ps-8">
        <Button look="quiet" size="small" class="-ms-2" onClick={() => add(things.length)}>
          <Sign name="plus" />
          {words.addThing}
        </Button>
      </div>
    </fieldset>
  );
}
