import { useEffect, useState } from "preact/hooks";
import { listText } from "../../words/lists.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { RevisedExam } from "./authored_exam.ts";
import type { Editor } from "./editor.ts";
import { PublishNotes } from "./publish_notes.tsx";
import { useOpenProblems } from "./save_status.tsx";

/** Marks that are named one by one, at most. */
const MOST_MARKS = 5;

interface ApplyDialogProps {
  editor: Editor;
  onClose: () => void;
  onApplied: () => void;
}

/** Whom changes of a published exam meet, before they go out. */
export function ApplyDialog({ editor, onClose, onApplied }: ApplyDialogProps) {
  const words = useWords("editor").applying;
  const { save } = useWords("editor");
  const { speaker } = useSpeech();
  const [isBusy, setBusy] = useState(false);
  const [impact, setImpact] = useState<RevisedExam | null>(null);
  const [held] = useOpenProblems(editor);
  useEffect(() => void editor.preview().then(setImpact), []);

  async function apply() {
    setBusy(true);
    const isSaved = await editor.flush();
    setBusy(false);
    if (isSaved) onApplied();
    onClose();
  }

  return (
    <Dialog
      id="apply"
      title={words.title}
      lead={speaker.say(save.changes, { n: editor.changes.value })}
      onClose={onClose}
    >
      <div role="status" class="flex min-h-12 flex-col gap-2 text-sm">
        {impact && <Impact impact={impact} />}
        <PublishNotes editor={editor} warnings={impact?.warnings ?? []} onLeave={onClose} />
        {held && <p>{speaker.say(words.held, { problem: held.text })}</p>}
      </div>
      <div class="flex flex-wrap justify-end gap-2">
        <Button
          look="quiet"
          class="me-auto -ms-4"
          onClick={() => {
            editor.drop();
            onClose();
          }}
        >
          {words.drop}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" busy={isBusy} onClick={apply}>{words.submit}</Button>
      </div>
    </Dialog>
  );
}

/** Who is writing, who has written, whose marks change, and what stays as it was for them. */
function Impact({ impact: { affected, kept, document } }: { impact: RevisedExam }) {
  const words = useWords("editor").applying;
  const { speaker } = useSpeech();
  const points = (value: number | null) => value === null ? "–" : speaker.number(value);
  const numberOf = (id: string) => speaker.number(document.questions.findIndex((question) => question.id === id) + 1);
  const shown = affected.marks.slice(0, MOST_MARKS);
  const fields = useKeptNames(kept);
  return (
    <>
      <p>
        {affected.under_way > 0 ? speaker.say(words.writing, { n: affected.under_way }) : words.noneWriting}
        {affected.attempts > 0 && ` ${speaker.say(words.attempts, { n: affected.attempts })}`}
      </p>
      {affected.attempts > 0 && fields.length > 0 && (
        <p>{speaker.say(words.kept, { fields: listText(speaker.language, fields) })}</p>
      )}
      {affected.changes > 0 && (
        <div>
          <p class="font-medium">{speaker.say(words.marks, { n: affected.changes })}</p>
          <ul class="list-disc ps-5">
            {shown.map(({ attempt_id, name, question, before, after }) => (
              <li key={`${attempt_id} ${question}`}>
                {speaker.say(name === null ? words.markUnnamed : words.mark, {
                  ...{ name: name ?? "", number: numberOf(question) },
                  ...{ before: points(before), after: points(after) },
                })}
              </li>
            ))}
            {affected.changes > shown.length && (
              <li>{speaker.say(words.moreMarks, { n: affected.changes - shown.length })}</li>
            )}
          </ul>
        </div>
      )}
    </>
  );
}

/** For a component: paths that stay as they were, by names that people read; each once. */
function useKeptNames(paths: readonly string[]): string[] {
  const words = useWords("editor").applying;
  const { speaker } = useSpeech();
  const names: Readonly<Record<string, string>> = words.keptNames;
  return [
    ...new Set(paths.map((path) => {
      const [, field, index] = path.split(".");
      if (field === "questions" && index !== undefined) {
        return speaker.say(words.keptQuestion, { number: speaker.number(Number(index) + 1) });
      }
      return names[field] ?? field;
    })),
  ];
}
