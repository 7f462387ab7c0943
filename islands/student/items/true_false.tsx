import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, word } from "../../link/reader.ts";
import { useWords } from "../../components/speech.tsx";
import { ChoiceList } from "./choice_list.tsx";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";

export const trueFalse: StudentItem<"true_false"> = {
  read: object<PaperQuestionOf<"true_false">>({ ...prompt, type: word("true_false") }),
  Field: TrueFalseField,
};

/** The words are the page's own, in its language and not in the exam's. */
function TrueFalseField(props: AnswerProps<"true_false">) {
  const words = useWords("exam").answer;
  const choices = [{ id: "true", text: words.true }, { id: "false", text: words.false }];
  return <ChoiceList {...props} language={undefined} choices={choices} />;
}
