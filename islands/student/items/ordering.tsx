import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { choicesOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, word } from "../../link/reader.ts";
import { Button } from "../../components/button.tsx";
import { RichPiece } from "../../components/rich_text.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { unmarkedText } from "../../components/unmarked_text.ts";
import { directionOf } from "../content_language.ts";
import { choices, prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";

export const ordering: StudentItem<"ordering"> = {
  read: object<PaperQuestionOf<"ordering">>({ ...prompt, type: word("ordering"), choices }),
  Field: OrderingField,
};

/** A list with two buttons beside each thing: the keyboard, a switch and a finger can do the same. */
function OrderingField({ question, answer, language, actions, isDisabled }: AnswerProps<"ordering">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const [said, say] = useState("");
  const pressed = useRef<HTMLButtonElement | null>(null);
  const given = choicesOf(answer);
  // What an answer leaves out, as one that a program gave may, stands behind.
  const rank = (id: string) => given.includes(id) ? given.indexOf(id) : given.length;
  const rows = question.choices.toSorted((a, b) => rank(a.id) - rank(b.id));
  const count = rows.length;

  // A node that is moved loses the focus. Once for each press: whoever has gone on since keeps their place.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });

  function move(from: number, to: number, button: HTMLButtonElement) {
    if (to < 0 || to >= count) return;
    const ids = rows.map(({ id }) => id);
    ids.splice(to, 0, ...ids.splice(from, 1));
    pressed.current = button;
    say(speaker.say(words.moved, { text: unmarkedText(rows[from]), place: to + 1, count }));
    actions.select(question.id, ids);
  }

  return (
    <fieldset disabled={isDisabled} aria-describedby="question-text" class="flex flex-col gap-3">
      <legend class="mb-3 text-sm text-ink-soft">{words.order}</legend>
      <ol class="flex flex-col gap-2">
        {rows.map((row, place) => (
          <li
            key={row.id}
            dir={directionOf(language)}
            class="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-field border border-line-strong/60 bg-raised px-3 py-2"
          >
            <span class="shrink-0 text-ink-soft tabular-nums">{speaker.number(place + 1)}</span>
            {/* Where the text would become a narrow column, the buttons go below it. */}
            <span class="min-w-0 grow basis-40">
              <RichPiece of={row} language={language} />
            </span>
            <span class="ms-auto flex gap-3">
              {([[-1, "↑", words.moveUp], [1, "↓", words.moveDown]] as const).map(([step, sign, name]) => (
                <button
                  key={sign}
                  type="button"
                  aria-label={speaker.say(name, { text: unmarkedText(row) })}
                  aria-disabled={place + step < 0 || place + step >= count ? "true" : undefined}
                  data-focus-home={place === 0 && step === 1 ? true : undefined}
                  onClick={(event) => move(place, place + step, event.currentTarget)}
                  class="size-11 shrink-0 rounded-field border border-line-strong text-ink hover:border-accent aria-disabled:border-line aria-disabled:text-ink-soft"
                >
                  {sign}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {given.length === 0 && (
        <div class="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          <p>{words.orderOpen}</p>
          <Button onClick={() => actions.select(question.id, rows.map(({ id }) => id))}>{words.takeOrder}</Button>
        </div>
      )}
      <p role="status" class="sr-only">{said}</p>
    </fieldset>
  );
}
