import { choicesOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, word } from "../../link/reader.ts";
import { RichPiece } from "../../components/rich_text.tsx";
import { useWords } from "../../components/speech.tsx";
import { unmarkedText } from "../../components/unmarked_text.ts";
import { directionOf } from "../content_language.ts";
import { choices, prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS } from "./text_field.tsx";

export const matching: StudentItem<"matching"> = {
  read: object<PaperQuestionOf<"matching">>({ ...prompt, type: word("matching"), left: choices, right: choices }),
  Field: MatchingField,
};

/** A list to choose from beside each thing. */
function MatchingField({ question, answer, language, actions, isDisabled }: AnswerProps<"matching">) {
  const words = useWords("exam").answer;
  const chosen = new Map(
    choicesOf(answer).map((pair) => {
      const [one] = pair.split("=", 1);
      return [one, pair.slice(one.length + 1)];
    }),
  );

  function choose(one: string, other: string) {
    const next = new Map(chosen).set(one, other);
    // In the paper's order, so that the same pairs are the same answer.
    actions.select(question.id, question.left.flatMap(({ id }) => next.get(id) ? [`${id}=${next.get(id)}`] : []));
  }

  return (
    <fieldset disabled={isDisabled} aria-describedby="question-text" class="flex flex-col gap-4">
      <legend class="mb-3 text-sm text-ink-soft">{words.matchAll}</legend>
      {question.left.map((one, index) => (
        <label key={one.id} dir={directionOf(language)} class="grid items-center gap-x-4 gap-y-1 sm:grid-cols-2">
          <RichPiece of={one} language={language} class="min-w-0 justify-self-start" />
          <select
            name={`answer-${question.id}-${one.id}`}
            lang={language}
            value={chosen.get(one.id) ?? ""}
            data-focus-home={index === 0 ? true : undefined}
            onChange={(event) =>
              choose(one.id, event.currentTarget.value)}
            class={`${FIELD_CLASS} min-h-12 min-w-0`}
          >
            <option value="">{words.notChosen}</option>
            {question.right.map((other) => <option key={other.id} value={other.id}>{unmarkedText(other)}</option>)}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
