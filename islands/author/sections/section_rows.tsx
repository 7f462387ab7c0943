import { useSpeech, useWords } from "../../components/speech.tsx";
import { Button } from "../../components/button.tsx";
import { Field, INPUT_CLASS, TextField } from "../../components/field.tsx";
import type { Editor } from "../editor.ts";
import { RichTextArea } from "../fields/text_area.tsx";
import { randomId } from "../new_ids.ts";
import { placeId } from "../place_id.ts";
import { problemsAt, useProblemText } from "../problem_text.ts";
import { moveStart, removeSection, startSection, startsOf } from "./section_moves.ts";

/** Begins a section at the question that is open, else at the last one. */
export function AddSection({ editor }: { editor: Editor }) {
  const words = useWords("editorSections");
  const { speaker } = useSpeech();

  function add() {
    const { questions, sections = [] } = editor.exam.value;
    const open = questions.findIndex(({ id }) => id === editor.open.value);
    const at = open >= 0 ? open : questions.length - 1;
    const section = {
      id: `s-${randomId(editor.random)}`,
      title: speaker.say(words.newTitle, { number: speaker.number(sections.length + 1) }),
    };
    editor.edit((exam) => startSection(exam, section, at), "");
    const place = editor.exam.value.sections?.findIndex(({ id }) => id === section.id) ?? 0;
    editor.go({ question: null, path: ["sections", place, "title"] });
  }

  return <Button onClick={add}>{words.add}</Button>;
}

/** The sections that begin at a question. @param props.at Its index; the number of questions for those that have none. */
export function SectionRows({ editor, at }: { editor: Editor; at: number }) {
  const { sections = [] } = editor.exam.value;
  const starts = startsOf(editor.exam.value);
  return (
    <>
      {sections.map(({ id }, place) => starts[place] === at && <SectionRow key={id} editor={editor} place={place} />)}
    </>
  );
}

function SectionRow({ editor, place }: { editor: Editor; place: number }) {
  const words = useWords("editorSections");
  const { speaker } = useSpeech();
  const sayProblem = useProblemText();
  const { questions, sections = [], language } = editor.exam.value;
  const { id, title, text } = sections[place];
  const start = startsOf(editor.exam.value)[place];
  const problem = problemsAt(editor.checked.value.problems, editor.refused.value, null, sayProblem);
  const at = (name: string) => placeId({ question: null, path: ["sections", place, name] });

  function change(fields: { title?: string; text?: string | undefined }, name: string) {
    editor.edit(
      (exam) => ({ ...exam, sections: exam.sections?.map((one) => one.id === id ? { ...one, ...fields } : one) }),
      `section.${id}.${name}`,
    );
  }

  return (
    <li class="mt-3 flex flex-col gap-4 rounded-lg border border-dashed border-line-strong/60 p-4 first:mt-0">
      <div class="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div class="min-w-48 flex-1">
          <TextField
            id={at("title")}
            name={at("title")}
            label={words.title}
            value={title}
            error={problem("sections", place, "title")}
            onInput={(value) => change({ title: value }, "title")}
          />
        </div>
        <Field id={at("start")} label={words.start}>
          {(attributes) => (
            <select
              {...attributes}
              value={start}
              onChange={({ currentTarget: { value } }) =>
                editor.edit((exam) => moveStart(exam, place, Number(value)), "")}
              class={`${INPUT_CLASS} w-auto`}
            >
              {questions.map((question, index) => (
                <option key={question.id} value={index}>
                  {speaker.say(words.question, { number: speaker.number(index + 1) })}
                </option>
              ))}
              {start === questions.length && <option value={start}>{words.none}</option>}
            </select>
          )}
        </Field>
        <Button onClick={() => editor.edit((exam) => removeSection(exam, place), "")}>{words.remove}</Button>
      </div>
      <RichTextArea
        id={at("text")}
        label={words.text}
        hint={words.textHint}
        error={problem("sections", place, "text")}
        value={text ?? ""}
        language={language}
        rows={1}
        onValue={(value) => change({ text: value === "" ? undefined : value }, "text")}
      />
    </li>
  );
}
