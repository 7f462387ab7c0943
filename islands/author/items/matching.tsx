import { Button } from "../../components/button.tsx";
import { FieldError } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { IconButton } from "../fields/icon_button.tsx";
import { LineInput } from "../fields/line_input.tsx";
import { Sign } from "../fields/sign.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { addOther, addPair, othersOf, removeOther, removePair, twoPairs } from "./matching_pairs.ts";

export const matching: AuthorItem<"matching"> = {
  make: (id, _, random) => twoPairs(id, random),
  Form: MatchingForm,
};

/** Pairs side by side, and what belongs to none. */
function MatchingForm({ question, language, random, change, problem, fieldId }: ItemFormProps<"matching">) {
  const words = useWords("editorItems");
  const { speaker } = useSpeech();
  const { left, right, correct = {} } = question;
  const others = othersOf(question);

  /** The field of what stands at the right side. */
  function side(id: string | undefined, label: string) {
    const at = right.findIndex((one) => one.id === id);
    if (at < 0) return <span class="flex-1" />;
    return (
      <LineInput
        id={fieldId("right", at, "text")}
        label={label}
        value={right[at].text}
        language={language}
        error={problem("right", at, "text")}
        onValue={(text) => change({ ...question, right: right.with(at, { ...right[at], text }) }, `right.${id}`)}
      />
    );
  }

  return (
    <fieldset id={fieldId("left")} class="flex flex-col gap-2">
      <legend class="mb-1 text-sm font-medium">{words.pairs}</legend>
      <p class="-mt-1 mb-1 text-sm text-ink-soft">{words.pairsHint}</p>
      <FieldError id={`${fieldId("left")}-error`} error={problem("left") ?? problem("right") ?? problem("correct")} />
      {left.map((one, index) => {
        const number = speaker.number(index + 1);
        return (
          <div key={one.id} class="flex items-start gap-2">
            <span class="w-6 shrink-0 pt-2 text-end text-sm tabular-nums text-ink-soft">{number}</span>
            <div class="flex min-w-0 flex-1 items-start gap-2 max-sm:flex-col max-sm:items-stretch">
              <LineInput
                id={fieldId("left", index, "text")}
                label={speaker.say(words.left, { number })}
                value={one.text}
                language={language}
                error={problem("left", index, "text")}
                onValue={(text) => change({ ...question, left: left.with(index, { ...one, text }) }, `left.${one.id}`)}
              />
              <span aria-hidden="true" class="pt-2 text-ink-soft max-sm:hidden rtl:-scale-x-100">→</span>
              {side(correct[one.id], speaker.say(words.right, { number }))}
            </div>
            <div class="pt-0.5">
              <IconButton
                label={speaker.say(words.removePair, { number })}
                isDisabled={left.length <= 2}
                onClick={() => change(removePair(question, one.id, random), "")}
              >
                <Icon name="close" />
              </IconButton>
            </div>
          </div>
        );
      })}
      {others.length > 0 && (
        <p class="ps-8 pt-2 text-sm">
          <span class="font-medium">{words.others}</span> <span class="text-ink-soft">{words.othersHint}</span>
        </p>
      )}
      {others.map((other, index) => {
        const number = speaker.number(index + 1);
        return (
          <div key={other.id} class="flex items-start gap-2 ps-8">
            {side(other.id, speaker.say(words.other, { number }))}
            <div class="pt-0.5">
              <IconButton
                label={speaker.say(words.removeOther, { number })}
                onClick={() => change(removeOther(question, other.id), "")}
              >
                <Icon name="close" />
              </IconButton>
            </div>
          </div>
        );
      })}
      <div class="flex flex-wrap gap-2 ps-8">
        <Button look="quiet" size="small" class="-ms-2" onClick={() => change(addPair(question, random), "")}>
          <Sign name="plus" />
          {words.addPair}
        </Button>
        <Button look="quiet" size="small" class="max-sm:-ms-2" onClick={() => change(addOther(question, random), "")}>
          <Sign name="plus" />
          {words.addOther}
        </Button>
      </div>
    </fieldset>
  );
}
