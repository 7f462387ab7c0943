import { useWords } from "../../components/speech.tsx";
import { TextArea } from "../fields/text_area.tsx";
import type { ItemFormProps } from "./author_item.ts";

interface GuidanceAreaProps<Guided> extends Pick<ItemFormProps<"essay">, "language" | "problem" | "fieldId"> {
  question: Guided;
  change: (question: Guided, place: string) => void;
}

/** What markers of an answer read beside it. */
export function GuidanceArea<Guided extends { guidance?: string }>(
  { question, language, change, problem, fieldId }: GuidanceAreaProps<Guided>,
) {
  const words = useWords("editorItems");
  return (
    <TextArea
      id={fieldId("guidance")}
      label={words.guidance}
      hint={words.guidanceHint}
      value={question.guidance ?? ""}
      language={language}
      error={problem("guidance")}
      onValue={(text) => change({ ...question, guidance: text === "" ? undefined : text }, "guidance")}
    />
  );
}
