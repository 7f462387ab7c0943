import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { later } from "../../components/later.tsx";
import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";

const NumericMore = later(async () => (await import("../more/later_fields.ts")).NumericMore);

export const numeric: AuthorItem<"numeric"> = {
  make: (id) => ({ id, type: "numeric", text: "", points: 1 }),
  Form: NumericForm,
  More: (props) => <NumericMore {...props} />,
};

function NumericForm({ question, change, problem, fieldId }: ItemFormProps<"numeric">) {
  const words = useWords("editorItems");
  const isPercent = question.tolerance_percent !== undefined;
  const field = isPercent ? "tolerance_percent" : "tolerance";
  return (
    <div class="flex flex-wrap items-start gap-x-6 gap-y-4">
      <NumberInput
        id={fieldId("correct")}
        label={words.value}
        hint={words.valueHint}
        value={question.correct}
        empty={undefined}
        error={problem("correct")}
        onValue={(correct) => change({ ...question, correct }, "correct")}
      />
      <NumberInput
        id={fieldId(field)}
        label={isPercent ? words.tolerancePercent : words.tolerance}
        hint={words.toleranceHint}
        value={question[field]}
        empty={isPercent ? NaN : undefined}
        error={problem(field)}
        onValue={(tolerance) => change({ ...question, [field]: tolerance }, field)}
      />
      <Field id={fieldId("unit")} label={words.unit} error={problem("unit")}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            value={question.unit ?? ""}
            dir="auto"
            onInput={({ currentTarget: { value } }) =>
              change({ ...question, unit: value === "" ? undefined : value }, "unit")}
            class={`${INPUT_CLASS} max-w-32`}
          />
        )}
      </Field>
    </div>
  );
}
