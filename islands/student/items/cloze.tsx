import { gapAnswerId } from "../../../protocol/items/answer_ids.ts";
import { choicesOf, textOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { list, number, object, optional, text, word } from "../../link/reader.ts";
import { RichPiece } from "../../components/rich_text.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { unmarkedText } from "../../components/unmarked_text.ts";
import { choices, prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { useFieldText } from "./use_field_text.ts";

type Cloze = PaperQuestionOf<"cloze">;
type Gap = Cloze["gaps"][number];

export const cloze: StudentItem<"cloze"> = {
  read: object<Cloze>({
    ...prompt,
    type: word("cloze"),
    passage: list(
      object<Cloze["passage"][number]>({ text: optional(text), html: optional(text), gap: optional(text) }),
    ),
    gaps: list(object<Gap>({ id: text, max_characters: number, choices: optional(choices) })),
  }),
  Field: ClozeField,
};

/** Characters that a typed gap shows at once: on a phone it stays in its line. */
const WIDEST_GAP = 14;

const GAP_CLASS =
  "mx-1 inline-block min-h-9 max-w-[calc(100%-0.5rem)] rounded-field border border-line-strong bg-raised px-2 py-1 " +
  "text-base text-ink disabled:bg-sunken disabled:text-ink-soft";

/** The passage, with a field in each gap. */
function ClozeField(props: AnswerProps<"cloze">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const { question, language, isDisabled } = props;
  const count = question.gaps.length;
  const shown = question.passage.flatMap(({ gap }) => gap ?? []);
  return (
    <fieldset disabled={isDisabled} aria-describedby="question-text" class="flex flex-col gap-3">
      <legend class="mb-3 text-sm text-ink-soft">{words.fillGaps}</legend>
      <div lang={language} dir="auto" class="text-lg leading-[2.4] whitespace-pre-wrap wrap-anywhere">
        {question.passage.map((piece, index) => {
          const gap = question.gaps.find(({ id }) => id === piece.gap);
          if (gap === undefined) {
            return <RichPiece key={index} of={{ text: "", ...piece }} language={language} isInSentence />;
          }
          const place = shown.indexOf(gap.id) + 1;
          const parts = { props, gap, label: speaker.say(words.gap, { number: place, count }), isFirst: place === 1 };
          return gap.choices ? <ChosenGap key={gap.id} {...parts} /> : <TypedGap key={gap.id} {...parts} />;
        })}
      </div>
    </fieldset>
  );
}

interface GapProps {
  props: AnswerProps<"cloze">;
  gap: Gap;
  label: string;
  isFirst: boolean;
}

function TypedGap({ props, gap, label, isFirst }: GapProps) {
  const id = gapAnswerId(props.question.id, gap.id);
  const field = useFieldText(id, textOf(props.answers[id]), props.actions);
  return (
    <input
      {...field}
      type="text"
      name={`answer-${id}`}
      aria-label={label}
      data-focus-home={isFirst ? true : undefined}
      maxLength={gap.max_characters}
      size={Math.min(WIDEST_GAP, gap.max_characters)}
      lang={props.language}
      dir="auto"
      translate={false}
      spellcheck={false}
      autoComplete="off"
      class={GAP_CLASS}
    />
  );
}

function ChosenGap({ props, gap, label, isFirst }: GapProps) {
  const words = useWords("exam").answer;
  const id = gapAnswerId(props.question.id, gap.id);
  const choose = (choice: string) => props.actions.select(id, choice === "" ? [] : [choice]);
  return (
    <select
      name={`answer-${id}`}
      aria-label={label}
      data-focus-home={isFirst ? true : undefined}
      lang={props.language}
      value={choicesOf(props.answers[id])[0] ?? ""}
      onChange={(event) => choose(event.currentTarget.value)}
      class={GAP_CLASS}
    >
      <option value="">{words.notChosen}</option>
      {gap.choices?.map((choice) => <option key={choice.id} value={choice.id}>{unmarkedText(choice)}</option>)}
    </select>
  );
}
