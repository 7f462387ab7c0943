import { Field, INPUT_CLASS } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import type { QuestionPartProps } from "../question_part_props.ts";

interface PoolSelectProps extends Omit<QuestionPartProps, "random" | "wrong" | "pools"> {
  pools: readonly { id: string }[];
}

/** From which pool a question is drawn; nothing where the exam has none. */
export function PoolSelect({ question, pools, change, problem, fieldId }: PoolSelectProps) {
  const words = useWords("editorMore");
  if (pools.length === 0 && question.pool === undefined) return null;
  return (
    <Field id={fieldId("pool")} label={words.pool} error={problem("pool")}>
      {(attributes) => (
        <select
          {...attributes}
          value={question.pool ?? ""}
          onChange={({ currentTarget: { value } }) =>
            change({ ...question, pool: value === "" ? undefined : value }, "")}
          class={`${INPUT_CLASS} max-w-64`}
        >
          <option value="">{words.noPool}</option>
          {pools.map(({ id }) => <option key={id} value={id}>{id}</option>)}
        </select>
      )}
    </Field>
  );
}
