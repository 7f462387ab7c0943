import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, word } from "../../link/reader.ts";
import { ChoiceList } from "./choice_list.tsx";
import { choices, prompt } from "./paper_reader.ts";
import type { StudentItem } from "./student_item.ts";

export const multipleChoice: StudentItem<"multiple_choice"> = {
  read: object<PaperQuestionOf<"multiple_choice">>({ ...prompt, type: word("multiple_choice"), choices }),
  Field: (props) => <ChoiceList {...props} choices={props.question.choices} isMultiple />,
};
