import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import { TextArea } from "../fields/text_area.tsx";
import { RubricMore } from "../more/rubric_more.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { GuidanceArea } from "./guidance_area.tsx";

export const code: AuthorItem<"code"> = {
  make: (id) => ({ id, type: "code", text: "", points: 10 }),
  Form: CodeForm,
  More: RubricMore,
};

function CodeForm(props: ItemFormProps<"code">) {
  const { question, change, problem, fieldId } = props;
  const words = useWords("editorItems");
  return (
    <>
      <Field
        id={fieldId("programming_language")}
        label={words.programmingLanguage}
        hint={words.programmingLanguageHint}
        error={problem("programming_language")}
      >
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            value={question.programming_language ?? ""}
            onInput={({ currentTarget: { value } }) =>
              change({ ...question, programming_language: value === "" ? undefined : value }, "programming_language")}
            class={`${INPUT_CLASS} max-w-64`}
          />
        )}
      </Field>
      <TextArea
        id={fieldId("starter")}
        label={words.starter}
        hint={words.starterHint}
        value={question.starter ?? ""}
        error={problem("starter")}
        onValue={(text) => change({ ...question, starter: text === "" ? undefined : text }, "starter")}
      />
      <GuidanceArea {...props} />
    </>
  );
}
