import { useState } from "preact/hooks";
import { Field } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import type { QuestionPartProps } from "../question_part_props.ts";

/** What a question is found by, with commas between. */
export function TagsInput(
  { question, change, problem, fieldId }: Pick<QuestionPartProps, "question" | "change" | "problem" | "fieldId">,
) {
  const words = useWords("editorMore");
  const [text, setText] = useState<string | null>(null);
  const tags = question.tags ?? [];
  // What was typed stays as it was typed, until the tags become others by other means.
  const shown = text !== null && tagsOf(text).join() === tags.join() ? text : tags.join(", ");
  const error = problem("tags") ?? tags.map((_, index) => problem("tags", index)).find((found) => found !== undefined);
  return (
    <Field id={fieldId("tags")} label={words.tags} hint={words.tagsHint} error={error}>
      {(attributes) => (
        <input
          {...attributes}
          type="text"
          autoComplete="off"
          dir={shown === "" ? undefined : "auto"}
          value={shown}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            const next = tagsOf(value);
            change({ ...question, tags: next.length === 0 ? undefined : next }, "tags");
          }}
        />
      )}
    </Field>
  );
}

function tagsOf(text: string): string[] {
  return [...new Set(text.split(/[,،、]/).map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}
