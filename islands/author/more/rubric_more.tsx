import type { Rubric } from "../../../protocol/items/rubric.ts";
import { later } from "../../components/later.tsx";
import type { ItemFormProps } from "../items/author_item.ts";

const RubricRows = later(async () => (await import("./later_fields.ts")).RubricRows);

interface RubricMoreProps<Judged> extends Pick<ItemFormProps<"essay">, "language" | "problem" | "fieldId"> {
  question: Judged;
  change: (question: Judged, place: string) => void;
}

/** Criteria of a question that people mark, behind "More". */
export function RubricMore<Judged extends { rubric?: Rubric; points: number }>(
  { question, change, language, problem, fieldId }: RubricMoreProps<Judged>,
) {
  return (
    <RubricRows
      {...{ language, problem, fieldId }}
      rubric={question.rubric}
      points={question.points}
      onChange={(rubric, place) => change({ ...question, rubric }, place)}
    />
  );
}
