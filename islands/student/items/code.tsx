import { useState } from "preact/hooks";
import { textOf } from "../../../protocol/items/answer_form.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { MAX_ANSWER_CHARACTERS } from "../../../protocol/limits.ts";
import { object, optional, text, word } from "../../link/reader.ts";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { showCodeEditor } from "./code_editor.ts";
import { CodeEditorField } from "./code_editor_field.tsx";
import { indentingKeys } from "./indenting_keys.ts";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";
import { FIELD_CLASS, TextField } from "./text_field.tsx";

export const code: StudentItem<"code"> = {
  read: object<PaperQuestionOf<"code">>({
    ...prompt,
    type: word("code"),
    programming_language: optional(text),
    starter: optional(object<{ text: string }>({ text })),
  }),
  Field: CodeField,
};

const CODE_CLASS = "font-mono text-sm leading-relaxed [tab-size:4]";

/** Lines that the field shows at least, and at once; longer programs scroll. */
const ROWS = { least: 12, most: 28 };

type ShowEditor = typeof showCodeEditor;

/** What was chosen at one question is there at the next one. */
const chosen: { editor: ShowEditor | null } = { editor: null };

/**
 * A plain field with a typewriter's letters, which every screen reader and every aid for writing knows; or an editor with numbered
 * lines, which is loaded where somebody asks for it.
 */
function CodeField({ answer, ...props }: AnswerProps<"code">) {
  const words = useWords("exam").answer;
  const { speaker } = useSpeech();
  const { programming_language: language, starter } = props.question;
  const written = textOf(answer);
  const lines = written.split("\n").length;
  const id = `answer-${props.question.id}`;
  const [editor, setEditor] = useState<ShowEditor | null>(() => chosen.editor);
  const [hasFailed, setFailed] = useState(false);

  async function openEditor() {
    try {
      const { showCodeEditor } = await import("./code_editor.ts");
      chosen.editor = showCodeEditor;
      setEditor(() => showCodeEditor);
    } catch {
      setFailed(true);
    }
  }

  function leaveEditor() {
    chosen.editor = null;
    setEditor(null);
  }

  return (
    <div class="flex flex-col gap-4">
      {starter && (
        <StarterCode
          text={starter.text}
          isOffered={written === "" && !props.isDisabled}
          onTake={() => props.actions.edit(props.question.id, starter.text, starter.text.length, "", null)}
        />
      )}
      {language && <p class="text-sm text-ink-soft">{speaker.say(words.codeIn, { language })}</p>}
      {editor
        ? (
          <section aria-label={words.label} class="flex flex-col gap-2">
            <p id={`${id}-label`} class="font-medium">{words.label}</p>
            <CodeEditorField
              {...props}
              show={editor}
              text={written}
              attributes={{
                "aria-labelledby": `${id}-label`,
                "aria-describedby": `question-text ${id}-keys`,
                translate: "no",
                autocorrect: "off",
                ...(props.language && { lang: props.language }),
              }}
            />
            <p id={`${id}-keys`} class="text-sm text-ink-soft">{words.codeKeys}</p>
          </section>
        )
        : (
          <TextField {...props} text={written} note={words.codeKeys}>
            {(input) => (
              <textarea
                {...input}
                {...indentingKeys()}
                dir="ltr"
                wrap="off"
                spellcheck={false}
                autoCapitalize="off"
                maxLength={MAX_ANSWER_CHARACTERS}
                rows={Math.min(ROWS.most, Math.max(ROWS.least, lines + 1))}
                class={`${FIELD_CLASS} ${CODE_CLASS} resize-y overflow-x-auto whitespace-pre`}
              />
            )}
          </TextField>
        )}
      <div class="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
        <Button size="small" disabled={props.isDisabled} onClick={() => editor ? leaveEditor() : void openEditor()}>
          {editor ? words.plainField : words.codeEditor}
        </Button>
        <p role="status">{hasFailed ? words.codeEditorFailed : ""}</p>
      </div>
    </div>
  );
}

/** What is given: to read, to copy, or to begin with. */
function StarterCode({ text, isOffered, onTake }: { text: string; isOffered: boolean; onTake: () => void }) {
  const words = useWords("exam").answer;
  return (
    <section aria-label={words.givenCode} class="flex flex-col items-start gap-3">
      <p class="text-sm font-medium">{words.givenCode}</p>
      <pre
        dir="ltr"
        translate={false}
        tabIndex={0}
        class={`${CODE_CLASS} w-full overflow-x-auto rounded-field bg-sunken px-3 py-2`}
      >
        {text}
      </pre>
      {isOffered && <Button onClick={onTake}>{words.beginWithCode}</Button>}
    </section>
  );
}
