import { FileKind } from "../../../protocol/attempt_file.ts";
import { CheckList } from "../../components/check_list.tsx";
import { useWords } from "../../components/speech.tsx";
import { NumberInput } from "../fields/number_input.tsx";
import { RubricMore } from "../more/rubric_more.tsx";
import type { AuthorItem, ItemFormProps } from "./author_item.ts";
import { GuidanceArea } from "./guidance_area.tsx";

export const file: AuthorItem<"file"> = {
  make: (id) => ({ id, type: "file", text: "", points: 10, max_files: 1, max_megabytes: 10 }),
  Form: FileForm,
  More: RubricMore,
};

function FileForm(props: ItemFormProps<"file">) {
  const { question, change, problem, fieldId } = props;
  const words = useWords("editorItems");
  const kinds = FileKind.options;
  return (
    <>
      <CheckList
        legend={words.fileKinds}
        hint={words.fileKindsHint}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        chosen={question.accept ?? kinds}
        onChange={(chosen) => {
          const isAny = chosen.length === 0 || chosen.length === kinds.length;
          change({ ...question, accept: isAny ? undefined : chosen }, "accept");
        }}
      />
      <div class="flex flex-wrap gap-x-6 gap-y-4">
        {([["max_files", words.mostFiles], ["max_megabytes", words.mostMegabytes]] as const).map(([field, label]) => (
          <NumberInput
            key={field}
            id={fieldId(field)}
            label={label}
            value={question[field]}
            empty={NaN}
            error={problem(field)}
            onValue={(value = NaN) => change({ ...question, [field]: value }, field)}
          />
        ))}
      </div>
      <GuidanceArea {...props} />
    </>
  );
}
