import { Component } from "preact";
import { useSpeech, useWords } from "../components/speech.tsx";
import { NewerHint } from "./bank/bank_mark.tsx";
import { placeId } from "./place_id.ts";
import { Grip, MoveButton, type QuestionRowProps } from "./question_moving.tsx";
import { questionLine } from "./question_line.ts";
import { QuestionForm } from "./question_form.tsx";

/** Props that are made anew each time and do the same. */
const SAME = new Set(["handle", "onMove"]);

/** One question of the list. Of 200, only those are made anew that have changed. */
export class QuestionRow extends Component<QuestionRowProps> {
  override shouldComponentUpdate(next: QuestionRowProps): boolean {
    const before = new Map<string, unknown>(Object.entries(this.props));
    return Object.entries(next).some(([name, value]) => !SAME.has(name) && before.get(name) !== value);
  }

  render() {
    return <Row {...this.props} />;
  }
}

function Row(props: QuestionRowProps) {
  const { question, isOpen, isDragged, isTarget, isLastTarget } = props;
  const line = isTarget ? "before:absolute before:inset-x-0 before:-top-1.5 before:h-0.5 before:bg-accent" : "";
  const lastLine = isLastTarget ? "after:absolute after:inset-x-0 after:-bottom-1.5 after:h-0.5 after:bg-accent" : "";
  return (
    <li
      data-question={question.id}
      id={placeId({ question: question.id, path: [] })}
      class={`relative rounded-lg border bg-raised ${line} ${lastLine} ${isDragged ? "opacity-50" : ""} ${
        isOpen ? "border-line-strong/50 shadow-raised" : "border-line"
      }`}
    >
      {isOpen ? <QuestionForm {...props} /> : <Summary {...props} />}
    </li>
  );
}

/** A question that is not open: its first line, and what moves it. */
function Summary({ editor, question, index, count, problem, language, handle, onMove }: QuestionRowProps) {
  const words = useWords("editor").questions;
  const items: Readonly<Record<string, { name: string }>> = useWords("editorItems").types;
  const { speaker } = useSpeech();
  const number = speaker.number(index + 1);
  const { id } = question;
  const line = questionLine(question, editor.exam.value.text_format === "markdown");
  const moveId = (step: "up" | "down") => placeId({ question: id, path: [step] });
  return (
    <div class="group relative flex items-center gap-1 pe-4 hover:bg-sunken/50 max-sm:pe-3 [@media(hover:none)]:pe-1.5">
      <Grip label={speaker.say(words.drag, { number })} handlers={handle(id, index)} />
      <button
        type="button"
        id={placeId({ question: id, path: ["head"] })}
        aria-expanded="false"
        onClick={() => editor.go({ question: id, path: ["text"] })}
        class="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-field py-2 text-start text-sm"
      >
        <span class="sr-only">{speaker.say(words.open, { number })}</span>
        <span aria-hidden="true" class="min-w-5 shrink-0 text-end tabular-nums text-ink-soft">{number}</span>
        <span class="min-w-0 flex-1">
          <span lang={language} dir="auto" class={`block truncate ${line ? "" : "text-ink-soft italic"}`}>
            {line || words.noText}
          </span>
          {problem && <span class="block truncate text-dense text-high">{speaker.say(words.wrong, { problem })}</span>}
        </span>
        <NewerHint question={question} />
        <span class="shrink-0 text-end text-dense text-ink-soft max-sm:hidden">{items[question.type].name}</span>
        <span class="w-16 shrink-0 text-end text-dense tabular-nums text-ink-soft">
          {Number.isNaN(question.points) ? "–" : speaker.count(question.points, "points")}
        </span>
      </button>
      <div class="flex items-center rounded-field bg-raised sm:absolute sm:inset-y-1 sm:end-1.5 sm:opacity-0 focus-within:opacity-100 group-hover:opacity-100 [@media(hover:none)]:static [@media(hover:none)]:bg-transparent [@media(hover:none)]:opacity-100">
        {([["up", -1, words.up], ["down", 1, words.down]] as const).map(([name, step, label]) => (
          <span key={name} class="max-sm:hidden">
            <MoveButton
              id={moveId(name)}
              label={speaker.say(label, { number })}
              isDisabled={index + step < 0 || index + step >= count}
              onClick={() =>
                onMove(id, index + step, moveId(name))}
              name={name}
            />
          </span>
        ))}
      </div>
    </div>
  );
}
