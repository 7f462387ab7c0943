import { useRef, useState } from "preact/hooks";
import { z } from "zod";
import { StaffNote } from "../../protocol/staff_note.ts";
import { MAX_NOTE_CHARACTERS } from "../../protocol/limits.ts";
import { momentText } from "../../words/times.ts";
import { Button } from "../components/button.tsx";
import { INPUT_CLASS } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff } from "../staff/staff_api.ts";

interface StaffNotesProps {
  notes: readonly StaffNote[];
  /** Of the attempt's endpoint. */
  path: string;
  onWritten: () => void;
}

/** What staff noted on an attempt for each other, with a place to write on. What was begun stays when it could not be saved. */
export function StaffNotes({ notes, path, onWritten }: StaffNotesProps) {
  const [text, setText] = useState("");
  const [isWriting, setWriting] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState({ text: "", isProblem: false });
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useWords("staffNotes");
  const { speaker } = useSpeech();
  const failureText = useFailureText();

  async function save(event: Event) {
    event.preventDefault();
    if (text.trim() === "") {
      setSaid({ text: words.missing, isProblem: true });
      return field.current?.focus();
    }
    setBusy(true);
    const outcome = await callStaff({
      method: "POST",
      path: `${path}/notes`,
      body: { text },
      answer: z.array(StaffNote),
    });
    setBusy(false);
    if (!outcome.ok) return setSaid({ text: failureText(outcome.error), isProblem: true });
    setText("");
    setWriting(false);
    setSaid({ text: words.kept, isProblem: false });
    onWritten();
  }

  return (
    <div class="flex flex-col gap-2 text-dense" data-staff-notes>
      {notes.length > 0 && (
        <ul class="flex flex-col gap-2">
          {notes.map((note, index) => (
            <li key={index} class="border-s-2 border-line ps-3">
              <p class="text-xs text-ink-soft">
                {momentText(speaker, note.at)} · <bdi translate={false}>{note.by}</bdi>
              </p>
              {note.text === null
                ? <p class="text-ink-soft">{words.removed}</p>
                : <p dir="auto" class="whitespace-pre-wrap wrap-anywhere">{note.text}</p>}
            </li>
          ))}
        </ul>
      )}
      {isWriting
        ? (
          <form class="flex flex-col gap-2" onSubmit={save} noValidate>
            <label class="flex flex-col gap-1">
              <span class="sr-only">{words.label}</span>
              <textarea
                ref={field}
                autoFocus
                rows={3}
                dir="auto"
                maxLength={MAX_NOTE_CHARACTERS}
                value={text}
                aria-invalid={said.isProblem}
                onInput={(event) => setText(event.currentTarget.value)}
                class={INPUT_CLASS}
              />
            </label>
            <p class="text-xs text-ink-soft">{words.lead}</p>
            <Button size="small" type="submit" look="primary" busy={isBusy} class="self-start">{words.save}</Button>
          </form>
        )
        : (
          <Button
            size="small"
            data-focus-home
            class="self-start"
            onClick={() => {
              setSaid({ text: "", isProblem: false });
              setWriting(true);
            }}
          >
            {words.add}
          </Button>
        )}
      <p role="status" class={said.text === "" ? "sr-only" : said.isProblem ? "text-high" : "text-ink-soft"}>
        {said.text}
      </p>
    </div>
  );
}
