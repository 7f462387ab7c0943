import { useEffect, useState } from "preact/hooks";
import { Button } from "../../components/button.tsx";
import { later } from "../../components/later.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { Question } from "../../../protocol/items/registry.ts";
import type { Editor } from "../editor.ts";
import { newQuestionId } from "../question_moves.ts";
import { askForNews, newestInBank } from "./bank_news.ts";

const FromBankDialog = later(async () => (await import("../later_parts.ts")).FromBankDialog);

/** The way from the bank into an exam; asks once how those that came that way stand there. */
export function FromBank({ editor }: { editor: Editor }) {
  const words = useWords("bank");
  const { speaker } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  const held = [...new Set(editor.exam.value.questions.flatMap(({ bank }) => bank?.item_id ?? []))].sort();
  const unknown = held.filter((itemId) => !newestInBank.value.has(itemId));
  useEffect(() => {
    if (unknown.length > 0) void askForNews(unknown);
  }, [held.join()]);

  function take(questions: Question[]) {
    setOpen(false);
    const first = editor.exam.value.questions.length;
    for (const question of questions) {
      const id = newQuestionId(editor);
      editor.edit((exam) => ({ ...exam, questions: [...exam.questions, { ...question, id }] }), "bank");
    }
    editor.said.value = speaker.say(words.taken, { n: questions.length });
    const taken = editor.exam.value.questions[first];
    if (taken !== undefined) editor.focus.value = { question: taken.id, path: ["head"] };
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.fromBank}</Button>
      {isOpen && <FromBankDialog editor={editor} onTake={take} onClose={() => setOpen(false)} />}
    </>
  );
}
