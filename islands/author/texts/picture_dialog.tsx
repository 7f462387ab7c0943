import { useEffect, useState } from "preact/hooks";
import { MAX_PICTURE_BYTES } from "../../../protocol/limits.ts";
import { MediaAnswer } from "../../../protocol/media.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import { FileField } from "../fields/file_field.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { asBlock } from "./text_pictures.ts";
import { callStaff, leaveIfSignedOut } from "../../staff/staff_api.ts";

/** Types that the server takes. */
export const PICTURE_TYPES = "image/png,image/jpeg,image/webp,image/svg+xml";

/** A slow network takes its time for two megabytes, ms. */
const SENT_WITHIN_MS = 60_000;

interface PictureDialogProps {
  /** Address that takes it. */
  media: string;
  /** What was pasted or dropped; null where it is yet to be chosen. */
  file: File | null;
  /** The text before and behind the place where it is written as a block of its own; null within a line. */
  around: readonly [before: string, after: string] | null;
  /** Called once with the Markdown of the picture. */
  onPicture: (markdown: string) => void;
  onClose: () => void;
}

/** Stores a picture, asks what it shows, and gives the Markdown that shows it. */
export function PictureDialog({ media, file: given, around, onPicture, onClose }: PictureDialogProps) {
  const words = useWords("editorTexts").picture;
  const failureText = useFailureText();
  const [file, setFile] = useState(given);
  const [text, setText] = useState("");
  const problemOf = (chosen: File) =>
    chosen.type !== "" && !PICTURE_TYPES.split(",").includes(chosen.type)
      ? words.wrongKind
      : chosen.size > MAX_PICTURE_BYTES
      ? words.tooLarge
      : undefined;
  const [problems, setProblems] = useState<{ file?: string; text?: string }>(() =>
    given === null ? {} : withoutNone({ file: problemOf(given) })
  );
  const [failed, setFailed] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useProblemFocus(problems);
  const source = useDataUrl(file);

  async function submit(event: Event) {
    event.preventDefault();
    // The dialog stands inside of the form of nothing else.
    event.stopPropagation();
    if (isBusy) return;
    const found = withoutNone({
      file: file === null ? words.fileMissing : problemOf(file),
      text: text.trim() === "" ? words.textMissing : undefined,
    });
    setProblems(found);
    if (file === null || Object.keys(found).length > 0) return;
    setBusy(true);
    setFailed(null);
    const outcome = await callStaff({
      ...{ method: "POST", path: media, content: file, answer: MediaAnswer, withinMs: SENT_WITHIN_MS } as const,
    });
    setBusy(false);
    if (outcome.ok) {
      const markdown = `![${plain(text)}](media:${outcome.value.media_id})`;
      return onPicture(around === null ? markdown : asBlock(markdown, ...around));
    }
    if (!leaveIfSignedOut(outcome.error)) setFailed(failureText(outcome.error));
  }

  return (
    <Dialog id="picture" title={words.title} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        {failed && <AlertBox tone="problem" role="alert" title={failed} />}
        <FileField
          id="picture-file"
          label={words.file}
          hint={words.fileHint}
          error={problems.file}
          accept={PICTURE_TYPES}
          file={file}
          source={source}
          words={words.field}
          onFile={(chosen) => {
            setFile(chosen);
            setProblems(withoutNone({ ...problems, file: problemOf(chosen) }));
          }}
        />
        <Field id="picture-text" label={words.text} hint={words.textHint} error={problems.text}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              maxLength={1_000}
              value={text}
              dir={text === "" ? undefined : "auto"}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
          )}
        </Field>
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>{isBusy ? words.sending : words.submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function withoutNone(problems: { file: string | undefined; text?: string | undefined }): {
  file?: string;
  text?: string;
} {
  const { file, text } = problems;
  return { ...(file === undefined ? {} : { file }), ...(text === undefined ? {} : { text }) };
}

/** Alternative text as Markdown takes it between square brackets. */
function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ").replace(/[\\[\]]/g, (sign) => `\\${sign}`);
}

/** For a component: a picture as an address that the page may show. */
function useDataUrl(file: File | null): string | null {
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    setSource(null);
    if (file === null || !file.type.startsWith("image/") || file.size > MAX_PICTURE_BYTES) return;
    const reader = new FileReader();
    reader.onload = () => typeof reader.result === "string" && setSource(reader.result);
    reader.readAsDataURL(file);
    return () => reader.onload = null;
  }, [file]);
  return source;
}
