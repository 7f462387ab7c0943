import { useWords } from "../../components/speech.tsx";
import { CheckList } from "../../components/check_list.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { RubricMore } from "../more/rubric_more.tsx";
import { TextArea } from "../fields/text_area.tsx";
import { linesOf, textOfLines } from "./accepted_lines.ts";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";

export const shortText: AuthorItem<"short_text"> = {
  make: (id) => ({ id, type: "short_text", text: "", points: 1, max_characters: 500 }),
  Form: ShortTextForm,
  More: ShortTextMore,
};

function ShortTextForm({ question, language, change, problem, fieldId }: ItemFormProps<"short_text">) {
  const words = useWords("editorItems");
  return (
    <TextArea
      id={fieldId("correct")}
      label={words.accepted}
      hint={words.acceptedHint}
      value={textOfLines(question.correct)}
      language={language}
      error={problem("correct")}
      onValue={(text) => change({ ...question, correct: linesOf(text) }, "correct")}
    />
  );
}

function ShortTextMore(props: ItemFormProps<"short_text">) {
  const { question, change, problem, fieldId } = props;
  const words = useWords("editorItems");
  const more = useWords("editorMore");
  const fields = ["match_case", "ignore_accents"] as const;
  return (
    <>
      <CheckList
        legend={more.compared}
        options={fields.map((value) => ({ value, label: more.comparing[value] }))}
        chosen={fields.filter((field) => question[field] === true)}
        onChange={(chosen) => {
          const is = (field: typeof fields[number]) => chosen.includes(field) ? true : undefined;
          change({ ...question, match_case: is("match_case"), ignore_accents: is("ignore_accents") }, "");
        }}
      />
      <NumberInput
        id={fieldId("max_characters")}
        label={words.mostCharacters}
        value={question.max_characters}
        empty={NaN}
        error={problem("max_characters")}
        onValue={(value = NaN) => change({ ...question, max_characters: value }, "max_characters")}
      />
      <RubricMore {...props} />
    </>
  );
}
