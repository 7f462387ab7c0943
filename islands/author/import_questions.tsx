import { useContext, useState } from "preact/hooks";
import type { Question } from "../../protocol/items/registry.ts";
import { Button } from "../components/button.tsx";
import { later } from "../components/later.tsx";
import { useWords } from "../components/speech.tsx";
import type { Editor } from "./editor.ts";
import { type BroughtParts, withBrought } from "./import/with_brought.ts";
import { RichTexts } from "./texts/rich_texts.ts";

const ImportIntoExam = later(async () => (await import("./later_parts.ts")).ImportIntoExam);

/** Brings questions of a file along, behind those that are there: one step, which undo takes back. */
export function ImportQuestions({ editor }: { editor: Editor }) {
  const words = useWords("editor").questions;
  const [isOpen, setOpen] = useState(false);
  const media = useContext(RichTexts)?.media ?? null;

  function take(questions: Question[], parts: BroughtParts) {
    setOpen(false);
    editor.edit((exam) => withBrought(exam, questions, parts), "");
    editor.focus.value = { question: questions[0].id, path: ["head"] };
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.import}</Button>
      {isOpen && (
        <ImportIntoExam
          takenIds={[...editor.usedIds]}
          media={media}
          onTake={take}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
