import type { ComponentChildren } from "preact";
import { itemRule } from "../../words/item_rule.ts";
import { useWords } from "../components/speech.tsx";
import { NumberInput } from "./fields/number_input.tsx";
import { RichTextArea } from "./fields/text_area.tsx";
import { ItemForm } from "./items/registry.tsx";
import type { QuestionPartProps } from "./question_part_props.ts";
import { QUESTION_PARTS } from "./question_parts.ts";

interface QuestionFieldsProps extends QuestionPartProps {
  /** What stands between the points and the parts of every question. */
  children?: ComponentChildren;
}

/** All that is written of a question, in an exam and in the bank: text, answers, points, and what few need. */
export function QuestionFields({ children, ...props }: QuestionFieldsProps) {
  const { question, language, change, problem, fieldId } = props;
  const { points } = useWords("editor").questions;
  const items = useWords("editorItems");
  const rules = useWords("itemRules");
  return (
    <>
      <RichTextArea
        id={fieldId("text")}
        label={items.text}
        value={question.text}
        placeholder={items.textHint}
        language={language}
        isLarge
        error={problem("text")}
        onValue={(text) => change({ ...question, text }, "text")}
      />
      <ItemForm {...{ question, language, change, problem, fieldId }} random={props.random} />
      <NumberInput
        id={fieldId("points")}
        label={points}
        hint={itemRule(question, rules)}
        value={question.points}
        empty={NaN}
        error={problem("points")}
        onValue={(value = NaN) => change({ ...question, points: value }, "points")}
      />
      {children}
      {QUESTION_PARTS.map((Part, place) => <Part key={place} {...props} />)}
    </>
  );
}
