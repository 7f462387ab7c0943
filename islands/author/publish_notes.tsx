import { AlertBox } from "../components/alert_box.tsx";
import { useWords } from "../components/speech.tsx";
import type { RevisedExam } from "./authored_exam.ts";
import type { Editor, Place } from "./editor.ts";

interface PublishNotesProps {
  editor: Editor;
  warnings: NonNullable<RevisedExam["warnings"]>;
  /** Closes what they stand in. */
  onLeave: () => void;
}

/** What an author may not have meant, each leading to its field; stops nobody. */
export function PublishNotes({ editor, warnings, onLeave }: PublishNotesProps) {
  const words = useWords("editor").publishing;
  if (warnings.length === 0) return null;
  return (
    <AlertBox tone="warning" role="status" title={words.look}>
      <ul class="flex max-h-48 flex-col gap-2 overflow-y-auto">
        {warnings.map(({ path, code, message }) => {
          const place = placeOf(editor, path);
          return (
            <li key={`${path} ${code}`}>
              {message} {place && (
                <button
                  type="button"
                  onClick={() => {
                    onLeave();
                    // The dialog gives the focus back first.
                    setTimeout(() => editor.go(place));
                  }}
                  class="rounded-field font-medium text-accent underline underline-offset-4"
                >
                  {words.lookThere}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </AlertBox>
  );
}

/** Where a dotted path of the document is written; null for the roster, which is written elsewhere. */
export function placeOf(editor: Editor, path: string): Place | null {
  const [part, index, ...rest] = path.split(".");
  if (part === "roster") return null;
  if (part !== "questions" || index === undefined) return { question: null, path: path.split(".") };
  const question = editor.checked.value.valid.questions[Number(index)];
  return question === undefined ? null : { question: question.id, path: rest };
}
