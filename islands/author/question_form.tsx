import { useEffect } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { AddQuestion } from "./add_question.tsx";
import { BankMark } from "./bank/bank_mark.tsx";
import { IconButton } from "./fields/icon_button.tsx";
import { Sign } from "./fields/sign.tsx";
import { placeId } from "./place_id.ts";
import { isMissing, problemsAt, useProblemText } from "./problem_text.ts";
import { QuestionFields } from "./question_fields.tsx";
import { duplicateQuestion, removeQuestion } from "./question_moves.ts";
import { Grip, MoveButton, type QuestionRowProps } from "./question_moving.tsx";

const NO_POOLS: readonly { id: string }[] = [];

/** A question that is written at. */
export function QuestionForm({ editor, question, index, count, language, handle, onMove }: QuestionRowProps) {
  const all = useWords("editor");
  const words = all.questions;
  const items = useWords("editorItems");
  const { speaker } = useSpeech();
  const sayProblem = useProblemText();
  const { id } = question;
  const number = speaker.number(index + 1);
  // Of a new question nobody is told that it is empty while they are filling it.
  const isFresh = editor.fresh.value === id;
  const problems = editor.checked.value.problems.filter((one) => !isFresh || !isMissing(one));
  const problem = problemsAt(problems, editor.refused.value, id, sayProblem);
  const wrong = problems.filter((one) => one.question === id).map(({ path }) => path);
  const refused = editor.refused.value;
  if (refused !== null && refused.question === id) wrong.push(refused.path);
  const fieldId = (...path: (string | number)[]) => placeId({ question: id, path });
  const change = (next: typeof question, place: string) => editor.editQuestion(id, () => next, place);
  const close = () => {
    editor.open.value = null;
    editor.fresh.value = null;
    editor.focus.value = { question: id, path: ["head"] };
  };

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key === "Escape" && event.target instanceof Element && event.target.closest(`[data-question="${id}"]`) &&
        event.target.closest("dialog") === null
      ) close();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [id]);

  return (
    <div role="group" aria-label={speaker.say(words.number, { number })} class="flex flex-col">
      <div class="flex items-center gap-1 pe-2">
        <Grip label={speaker.say(words.drag, { number })} handlers={handle(id, index)} />
        <h3 class="flex min-w-0 flex-1 items-baseline gap-3 text-sm font-semibold">
          <span aria-hidden="true" class="min-w-5 shrink-0 text-end tabular-nums">{number}</span>
          <span class="sr-only">{speaker.say(words.number, { number })}</span>
          <span class="truncate font-normal text-ink-soft">{items.types[question.type].name}</span>
        </h3>
        <Button look="quiet" size="small" aria-expanded="true" onClick={close}>{words.done}</Button>
      </div>
      <div class="flex flex-col gap-5 px-4 pt-1 pb-4 sm:ps-15 sm:pe-6">
        <QuestionFields
          {...{ question, language, change, problem, fieldId, wrong }}
          random={editor.random}
          pools={editor.exam.value.pools ?? NO_POOLS}
        />
      </div>
      <div class="flex flex-wrap items-center gap-1 border-t border-line px-2 py-1.5">
        {index < count - 1 && <AddQuestion editor={editor} behind={id} number={number} />}
        <BankMark editor={editor} question={question} />
        <span class="ms-auto flex items-center">
          {([["up", -1, words.up], ["down", 1, words.down]] as const).map(([name, step, label]) => (
            <MoveButton
              key={name}
              id={fieldId(name)}
              label={speaker.say(label, { number })}
              isDisabled={index + step < 0 || index + step >= count}
              onClick={() => onMove(id, index + step, fieldId(name))}
              name={name}
            />
          ))}
          <IconButton
            label={speaker.say(words.duplicate, { number })}
            onClick={() => {
              duplicateQuestion(editor, question);
              editor.said.value = speaker.say(words.duplicated, { number });
            }}
          >
            <Icon name="copy" />
          </IconButton>
          <IconButton
            label={speaker.say(words.remove, { number })}
            onClick={() => {
              removeQuestion(editor, id);
              editor.said.value = speaker.say(words.removed, { number });
              editor.removed.value = number;
            }}
          >
            <Sign name="trash" />
          </IconButton>
        </span>
      </div>
    </div>
  );
}
