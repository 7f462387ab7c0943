import { useWords } from "../../components/speech.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { ChoiceFeedback } from "../more/choice_feedback.tsx";
import { ChoiceRows } from "./choice_rows.tsx";

export const singleChoice: AuthorItem<"single_choice"> = {
  make: (id) => ({ id, type: "single_choice", text: "", points: 1, choices: twoChoices() }),
  Form: SingleChoiceForm,
  More: ({ question, change, ...props }) => (
    <ChoiceFeedback
      {...props}
      choices={question.choices}
      onChange={(choices, place) => change({ ...question, choices }, place)}
    />
  ),
};

/** What a question with choices begins with. */
export function twoChoices() {
  return [{ id: "a", text: "" }, { id: "b", text: "" }];
}

function SingleChoiceForm({ question, change, ...props }: ItemFormProps<"single_choice">) {
  const words = useWords("editorItems");
  return (
    <ChoiceRows
      {...props}
      legend={words.choices}
      hint={words.choicesHint}
      path={["choices"]}
      isMultiple={false}
      choices={question.choices}
      correct={question.correct === undefined ? [] : [question.correct]}
      onChange={(choices, [correct], place) => change({ ...question, choices, correct }, place)}
    />
  );
}
