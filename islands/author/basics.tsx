import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Field, FieldError, INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { Editor } from "./editor.ts";
import { LanguageSelect } from "./language_select.tsx";
import { RichTextArea } from "./fields/text_area.tsx";
import { Sign } from "./fields/sign.tsx";
import { placeId } from "./place_id.ts";
import { problemsAt, useProblemText } from "./problem_text.ts";

/** What an exam is called, by which code it is joined, in which language it is, and what is read first. */
export function Basics({ editor }: { editor: Editor }) {
  const words = useWords("editor");
  useSpeech();
  const sayProblem = useProblemText();
  const exam = editor.exam.value;
  const problem = problemsAt(editor.checked.value.problems, editor.refused.value, null, sayProblem);
  const at = (...path: string[]) => placeId({ question: null, path });
  const [isInstructing, setInstructing] = useState(false);
  const hasInstructions = isInstructing || (exam.instructions ?? "") !== "";
  return (
    <div class="flex flex-col gap-4">
      <div>
        <h1>
          <span class="sr-only">{words.title}</span>
          <textarea
            id={at("title")}
            rows={1}
            aria-label={words.title}
            aria-invalid={problem("title") ? "true" : undefined}
            aria-describedby={problem("title") ? `${at("title")}-error` : undefined}
            value={exam.title}
            placeholder={words.titleHint}
            lang={exam.language}
            dir={exam.title === "" ? undefined : "auto"}
            onInput={({ currentTarget: { value } }) => editor.set("title", value.replace(/\n/g, " "))}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
            class="field-sizing-content -mx-2 w-[calc(100%+1rem)] resize-none rounded-field border border-transparent bg-transparent px-2 py-1 text-2xl font-semibold tracking-tight hover:border-line focus:border-line-strong focus:bg-raised aria-invalid:border-high sm:text-3xl"
          />
        </h1>
        <FieldError id={`${at("title")}-error`} error={problem("title")} />
      </div>
      <div class="flex flex-wrap items-end gap-x-6 gap-y-4">
        <div class="w-full sm:w-56">
          <Field id={at("code")} label={words.code} hint={words.codeHint} error={problem("code")}>
            {(attributes) => (
              <input
                {...attributes}
                type="text"
                value={exam.code}
                autoComplete="off"
                autoCapitalize="characters"
                spellcheck={false}
                dir="ltr"
                onInput={({ currentTarget: { value } }) => editor.set("code", value)}
                class={`${INPUT_CLASS} font-mono uppercase`}
              />
            )}
          </Field>
        </div>
        <LanguageSelect
          id={at("language")}
          value={exam.language}
          onValue={(language) => editor.set("language", language)}
        />
      </div>
      {hasInstructions
        ? (
          <RichTextArea
            id={at("instructions")}
            label={words.instructions}
            hint={words.instructionsHint}
            value={exam.instructions ?? ""}
            language={exam.language}
            error={problem("instructions")}
            onValue={(text) => editor.set("instructions", text === "" ? undefined : text)}
          />
        )
        : (
          <div>
            <Button
              look="quiet"
              size="small"
              class="-ms-2"
              onClick={() => {
                setInstructing(true);
                editor.go({ question: null, path: ["instructions"] });
              }}
            >
              <Sign name="plus" />
              {words.addInstructions}
            </Button>
          </div>
        )}
    </div>
  );
}
