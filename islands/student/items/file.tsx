import type { FileKind } from "../../../protocol/attempt_file.ts";
import { choicesOf } from "../../../protocol/items/answer_form.ts";
import { MEBIBYTE } from "../../../protocol/limits.ts";
import type { PaperQuestionOf } from "../../../protocol/items/registry.ts";
import { list, number, object, word } from "../../link/reader.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { listText } from "../../../words/lists.ts";
import { failureText } from "../failure_text.ts";
import type { Upload } from "../file_uploads.ts";
import { isPassing } from "../student_call.ts";
import { prompt } from "./paper_reader.ts";
import type { AnswerProps, StudentItem } from "./student_item.ts";

export const file: StudentItem<"file"> = {
  read: object<PaperQuestionOf<"file">>({
    ...prompt,
    type: word("file"),
    accept: list(word("pdf", "image", "document", "text")),
    max_files: number,
    max_megabytes: number,
  }),
  Field: FileField,
};

/** Endings that a browser's dialog offers; what a file is, the server says by its content. */
const ENDINGS: Readonly<Record<FileKind, string>> = {
  pdf: ".pdf",
  image: ".png,.jpg,.jpeg,.webp",
  document: ".docx,.odt",
  text: "text/*,.txt,.md,.csv",
};

/** Files that are in the answer, those on their way, and a button for one more. */
function FileField({ question, answer, language, actions, isDisabled }: AnswerProps<"file">) {
  const words = useWords("exam").files;
  const { speaker } = useSpeech();
  const chosen = choicesOf(answer);
  const uploads = actions.files?.uploads.value.filter((upload) => upload.question === question.id) ?? [];
  const left = Math.max(
    0,
    question.max_files - chosen.length - uploads.filter(({ failure }) => failure === null).length,
  );
  const kinds = listText(speaker.language, question.accept.map((kind) => words.kinds[kind]));
  const { max_megabytes: megabytes } = question;
  const note = speaker.say(words.note, { kinds, most: question.max_files, megabytes });
  const id = `answer-${question.id}`;

  function remove(choice: string) {
    actions.select(question.id, chosen.filter((one) => one !== choice));
    // The button goes with its row.
    document.getElementById(id)?.focus();
  }

  return (
    <fieldset disabled={isDisabled} aria-describedby={`question-text ${id}-note`} class="flex flex-col gap-4">
      <legend class="mb-3 font-medium">{words.label}</legend>
      <p id={`${id}-note`} class="text-sm text-ink-soft">{note}</p>
      {chosen.length + uploads.length > 0 && (
        <ul class="flex flex-col gap-2">
          {chosen.map((choice) => (
            <li key={choice} class={ROW_CLASS}>
              <span class="inline-flex shrink-0 items-center gap-1.5 text-sm font-medium text-low">
                <Icon name="check" /> {words.received}
              </span>
              <bdi lang={language} translate={false} class="min-w-0 grow wrap-anywhere">{nameOf(choice)}</bdi>
              <Button
                size="small"
                aria-label={speaker.say(words.removeNamed, { name: nameOf(choice) })}
                onClick={() => remove(choice)}
              >
                {words.remove}
              </Button>
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              megabytes={megabytes}
              onAgain={() => actions.files?.again(upload)}
              onForget={() => actions.files?.forget(upload)}
            />
          ))}
        </ul>
      )}
      <div>
        <label class={CHOOSE_CLASS}>
          <input
            id={id}
            type="file"
            data-focus-home
            accept={question.accept.map((kind) => ENDINGS[kind]).join()}
            multiple={left > 1}
            disabled={isDisabled || left === 0 || actions.files === undefined}
            aria-describedby={`${id}-note`}
            onChange={(event) => {
              const field = event.currentTarget;
              for (const one of [...field.files ?? []].slice(0, left)) actions.files?.begin(question.id, one);
              field.value = "";
            }}
            class="sr-only"
          />
          {words.choose}
        </label>
        {left === 0 && <p class="mt-2 text-sm text-ink-soft">{words.full}</p>}
      </div>
      <p role="status" class="sr-only">{uploads.length === 0 && chosen.length > 0 ? words.allReceived : ""}</p>
    </fieldset>
  );
}

const ROW_CLASS =
  "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-field border border-line-strong/60 bg-raised px-4 py-3";

/** A button in the page's language: a browser's own speaks the browser's. */
const CHOOSE_CLASS =
  "relative inline-flex min-h-10 cursor-pointer items-center rounded-field border border-line-strong " +
  "bg-raised px-4 text-sm font-medium text-ink shadow-button hover:bg-sunken has-disabled:cursor-not-allowed " +
  "has-disabled:opacity-50 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus";

const PROGRESS_CLASS =
  "h-2 w-28 appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent " +
  "[&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent";

interface UploadRowProps {
  upload: Upload;
  /** A file has at most. */
  megabytes: number;
  onAgain: () => void;
  onForget: () => void;
}

/** A file on its way: how much is sent, or why it did not arrive. */
function UploadRow({ upload: { file, sent, failure }, megabytes, onAgain, onForget }: UploadRowProps) {
  const words = useWords("exam").files;
  const refused = useWords("refused");
  const { speaker } = useSpeech();
  const isTooLarge = file.size > megabytes * MEBIBYTE;
  const problem = failure === null ? "" : failureText(failure, refused);
  // What its content is does not change.
  const isWorthAgain = failure !== null && !isTooLarge && (isPassing(failure) || failure.code === "wrong_state");
  return (
    <li class={ROW_CLASS}>
      <bdi translate={false} class="min-w-0 grow wrap-anywhere">{file.name}</bdi>
      {failure === null
        ? (
          <span class="flex items-center gap-3 text-sm text-ink-soft tabular-nums">
            <progress
              max={1}
              value={sent}
              aria-label={speaker.say(words.sending, { name: file.name })}
              class={PROGRESS_CLASS}
            />
            {speaker.percent(sent)}
          </span>
        )
        : (
          <>
            {isWorthAgain && <Button size="small" onClick={onAgain}>{words.again}</Button>}
            <Button size="small" onClick={onForget}>{words.leave}</Button>
            <p role="alert" class="w-full text-sm font-medium text-high">
              {isTooLarge
                ? speaker.say(words.tooLarge, { megabytes })
                : isWorthAgain
                ? speaker.say(words.failed, { problem })
                : problem}
            </p>
          </>
        )}
    </li>
  );
}

/** Of `9f2c…=essay.pdf`, the name. */
function nameOf(choice: string): string {
  return choice.slice(choice.indexOf("=") + 1);
}
