import { useWords } from "../../components/speech.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { RadioList } from "../fields/radio_list.tsx";
import { ChoiceFeedback } from "../more/choice_feedback.tsx";
import { ChoiceRows } from "./choice_rows.tsx";
import { twoChoices } from "./single_choice.tsx";

export const multipleChoice: AuthorItem<"multiple_choice"> = {
  make: (id) => ({ id, type: "multiple_choice", text: "", points: 1, choices: twoChoices() }),
  Form: MultipleChoiceForm,
  More: MultipleChoiceMore,
};

function MultipleChoiceForm({ question, change, ...props }: ItemFormProps<"multiple_choice">) {
  const words = useWords("editorItems");
  return (
    <ChoiceRows
      {...props}
      legend={words.choices}
      hint={words.choicesHintMany}
      path={["choices"]}
      isMultiple
      choices={question.choices}
      correct={question.correct ?? []}
      onChange={(choices, correct, place) =>
        change({ ...question, choices, correct: correct.length === 0 ? undefined : correct }, place)}
    />
  );
}

function MultipleChoiceMore({ question, change, fieldId, ...props }: ItemFormProps<"multiple_choice">) {
  const words = useWords("editorMore");
  const scoring = question.scoring ?? "right_minus_wrong";
  return (
    <>
      <RadioList
        id={fieldId("scoring")}
        legend={words.scoring}
        options={(["right_minus_wrong", "all_or_nothing"] as const).map((value) => ({
          ...{ value, name: words.scorings[value] },
        }))}
        value={scoring}
        onValue={(next) => change({ ...question, scoring: next === "right_minus_wrong" ? undefined : next }, "")}
      />
      <ChoiceFeedback
        {...props}
        fieldId={fieldId}
        choices={question.choices}
        onChange={(choices, place) => change({ ...question, choices }, place)}
      />
    </>
  );
}
