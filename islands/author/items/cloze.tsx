import { useRef } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { QuestionOf } from "../authored_exam.ts";
import { RichTextArea, TextArea } from "../fields/text_area.tsx";
import { linesOf, textOfLines } from "./accepted_lines.ts";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { ChoiceRows } from "./choice_rows.tsx";
import { gapsOf, makeGap } from "./cloze_gaps.ts";
import { twoChoices } from "./single_choice.tsx";

type Gap = QuestionOf<"cloze">["gaps"][number];

export const cloze: AuthorItem<"cloze"> = {
  make: (id, words) => ({ id, type: "cloze", text: words.fillGaps, points: 1, passage: "", gaps: [] }),
  Form: ClozeForm,
};

/** The passage, and what is right in each of its gaps. */
function ClozeForm({ question, language, change, ...props }: ItemFormProps<"cloze">) {
  const words = useWords("editorItems");
  const area = useRef<HTMLTextAreaElement>(null);
  /** Gaps that a letter in the middle of their mark took out come back as they were. */
  const known = useRef<readonly Gap[]>(question.gaps);
  const { fieldId, problem } = props;

  function write(passage: string, gaps: readonly Gap[], place: string) {
    known.current = [...gaps, ...known.current.filter((gap) => !gaps.some(({ id }) => id === gap.id))];
    change({ ...question, passage, gaps: gapsOf(passage, known.current) }, place);
  }

  function makeOne() {
    if (area.current === null) return;
    const { selectionStart, selectionEnd } = area.current;
    const made = makeGap(question.passage, question.gaps, selectionStart, selectionEnd);
    write(made.passage, made.gaps, "");
    area.current.focus();
  }

  return (
    <>
      <div class="flex flex-col items-start gap-2">
        <div class="w-full">
          <RichTextArea
            isLine
            id={fieldId("passage")}
            label={words.passage}
            hint={words.passageHint}
            value={question.passage}
            language={language}
            rows={3}
            error={problem("passage") ?? problem("gaps")}
            onValue={(passage) => write(passage, question.gaps, "passage")}
            areaRef={area}
          />
        </div>
        <Button size="small" onClick={makeOne}>{words.makeGap}</Button>
      </div>
      {question.gaps.length > 0 && (
        <div id={fieldId("gaps")} class="flex flex-col gap-4">
          {question.gaps.map((gap, index) => (
            <GapForm
              key={gap.id}
              {...props}
              language={language}
              gap={gap}
              index={index}
              onChange={(next, place) => write(question.passage, question.gaps.with(index, next), place)}
            />
          ))}
        </div>
      )}
    </>
  );
}

interface GapFormProps extends Pick<ItemFormProps<"cloze">, "language" | "problem" | "fieldId"> {
  gap: Gap;
  index: number;
  onChange: (gap: Gap, place: string) => void;
}

function GapForm({ gap, index, language, problem, fieldId, onChange }: GapFormProps) {
  const words = useWords("editorItems");
  const { speaker } = useSpeech();
  const kind = fieldId("gaps", index, "kind");
  const typed = () => onChange({ ...gap, choices: undefined, correct: textsOf(gap) }, "");
  const chosen = () => {
    const [first, ...rest] = gap.correct ?? [];
    const choices = twoChoices().map((choice, at) => ({ ...choice, text: [first, ...rest][at] ?? "" }));
    onChange({ ...gap, choices, correct: first === undefined ? undefined : [choices[0].id] }, "");
  };
  return (
    <fieldset class="flex flex-col gap-3 border-s-2 border-line ps-4">
      <legend class="mb-2 float-start text-sm font-medium">{speaker.say(words.gap, { name: gap.id })}</legend>
      <div role="radiogroup" aria-label={words.gapKind} class="clear-both flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {([[false, words.typed, typed], [true, words.chosen, chosen]] as const).map(([isChosen, name, choose]) => (
          <label key={name} class="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name={kind}
              checked={(gap.choices !== undefined) === isChosen}
              onChange={choose}
              class="size-4"
            />
            {name}
          </label>
        ))}
      </div>
      {gap.choices === undefined
        ? (
          <TextArea
            id={fieldId("gaps", index, "correct")}
            label={speaker.say(words.gapAccepted, { name: gap.id })}
            value={textOfLines(gap.correct)}
            language={language}
            rows={1}
            error={problem("gaps", index, "correct")}
            onValue={(text) => onChange({ ...gap, correct: linesOf(text) }, `gaps.${gap.id}`)}
          />
        )
        : (
          <ChoiceRows
            legend={speaker.say(words.gapChoices, { name: gap.id })}
            path={["gaps", index, "choices"]}
            isMultiple={false}
            language={language}
            problem={problem}
            fieldId={fieldId}
            choices={gap.choices}
            correct={gap.correct ?? []}
            onChange={(choices, correct, place) =>
              onChange({ ...gap, choices, correct: correct.length === 0 ? undefined : correct }, place)}
          />
        )}
    </fieldset>
  );
}

/** What was right to choose is right to type. */
function textsOf({ choices = [], correct = [] }: Gap): string[] | undefined {
  const texts = choices.filter(({ id }) => correct.includes(id)).map(({ text }) => text).filter((text) => text !== "");
  return texts.length === 0 ? undefined : texts;
}
