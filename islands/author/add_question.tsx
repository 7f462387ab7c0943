import type { QuestionType } from "../../protocol/items/registry.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { Editor } from "./editor.ts";
import { makeQuestion, QUESTION_TYPES } from "./items/registry.tsx";
import { ENTRY_CLASS, Menu } from "./menu.tsx";
import { Sign } from "./fields/sign.tsx";
import { addQuestion, newQuestionId } from "./question_moves.ts";

/** For a component: puts a new question of a type behind another one, or at the end. */
export function useAddQuestion(editor: Editor): (type: QuestionType, behind: string | null) => void {
  const words = useWords("editorItems");
  const { questions } = useWords("editor");
  const { speaker } = useSpeech();
  return (type, behind) => {
    addQuestion(editor, makeQuestion(type, newQuestionId(editor), words, editor.random), behind);
    const at = editor.exam.value.questions.findIndex(({ id }) => id === editor.open.value);
    editor.said.value = speaker.say(questions.added, { number: speaker.number(at + 1) });
  };
}

/** A menu of all types of questions. */
export function AddQuestion({ editor, behind, number }: { editor: Editor; behind: string | null; number?: string }) {
  const words = useWords("editor").questions;
  const items = useWords("editorItems").types;
  const { speaker } = useSpeech();
  const add = useAddQuestion(editor);
  return (
    <Menu
      id={`add-behind-${behind ?? "all"}`}
      isWide
      isAtStart
      label={number === undefined ? undefined : speaker.say(words.addAfter, { number })}
      button={
        <>
          <Sign name="plus" />
          {words.add}
        </>
      }
      buttonClass={number === undefined
        ? "inline-flex min-h-10 items-center gap-1.5 rounded-field border border-line bg-raised px-4 text-sm font-medium shadow-button hover:bg-sunken"
        : "inline-flex min-h-8 items-center gap-1.5 rounded-field px-2 text-dense font-medium text-ink-soft hover:bg-sunken hover:text-ink"}
    >
      {QUESTION_TYPES.map((type) => (
        <button
          key={type}
          type="button"
          class={`${ENTRY_CLASS} flex-col !items-start !gap-0`}
          onClick={() => add(type, behind)}
        >
          {items[type].name}
          <span class="text-dense text-ink-soft">{items[type].meaning}</span>
        </button>
      ))}
    </Menu>
  );
}

/** What an exam without questions shows: every type at one press. */
export function FirstQuestion({ editor }: { editor: Editor }) {
  const words = useWords("editor").questions;
  const items = useWords("editorItems").types;
  const add = useAddQuestion(editor);
  return (
    <div class="flex flex-col gap-4 rounded-lg border border-dashed border-line-strong/60 p-5 sm:p-6">
      <div>
        <p class="font-semibold">{words.none}</p>
        <p class="text-sm text-ink-soft">{words.noneLead}</p>
      </div>
      <div class="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
        {QUESTION_TYPES.map((type) => (
          <button
            key={type}
            type="button"
            onClick={() => add(type, null)}
            class="rounded-field border border-line bg-raised px-3.5 py-2.5 text-start text-sm shadow-button hover:border-accent"
          >
            <span class="font-medium">{items[type].name}</span>
            <span class="block text-dense text-ink-soft">{items[type].meaning}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
