import { useWords } from "../../components/speech.tsx";
import type { QuestionOf } from "../authored_exam.ts";
import { NumberInput } from "../fields/number_input.tsx";
import { RubricMore } from "../more/rubric_more.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { GuidanceArea } from "./guidance_area.tsx";

export const essay: AuthorItem<"essay"> = {
  make: (id) => ({ id, type: "essay", text: "", points: 10 }),
  Form: EssayForm,
  More: RubricMore,
};

function EssayForm(props: ItemFormProps<"essay">) {
  const { question, change, problem, fieldId } = props;
  const words = useWords("editorItems");
  return (
    <>
      <div class="flex flex-wrap gap-x-6 gap-y-4">
        {([["min", words.leastWords], ["max", words.mostWords]] as const).map(([end, label]) => (
          <NumberInput
            key={end}
            id={fieldId("words", end)}
            label={label}
            value={question.words?.[end]}
            empty={undefined}
            error={problem("words", end)}
            onValue={(value) => change(withWords(question, { ...question.words, [end]: value }), `words.${end}`)}
          />
        ))}
      </div>
      <GuidanceArea {...props} />
    </>
  );
}

function withWords(question: QuestionOf<"essay">, words: { min?: number; max?: number }): QuestionOf<"essay"> {
  return { ...question, words: words.min === undefined && words.max === undefined ? undefined : words };
}
