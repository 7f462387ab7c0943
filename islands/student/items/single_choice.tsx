import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { object, word } from "../../link/reader.ts";
import { ChoiceList } from "./choice_list.tsx";
import { choices, prompt } from "./paper_reader.ts";
import type { StudentItem } from "./student_item.ts";

export const singleChoice: StudentItem<"single_choice"> = {
  read: object<PaperQuestionOf<"single_choice">>({ ...prompt, type: word("single_choice"), choices }),
  Field: (props) => <ChoiceList {...props} choices={props.question.choices} />,
};
