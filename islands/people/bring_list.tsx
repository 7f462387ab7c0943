import { useRef, useState } from "preact/hooks";
import { type JoinWay, type RosterToken, RosterUploadAnswer } from "../../protocol/roster.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { fileText } from "./file_text.ts";
import { ListExamples } from "./list_examples.tsx";
import { ListPreview } from "./list_preview.tsx";
import { WhoChoice } from "./who_choice.tsx";

interface BringListProps {
  /** Of the roster's call. */
  path: string;
  code: string;
  onClose: () => void;
  /** @param join Who may come in now, where that was asked. */
  onApplied: (tokens: readonly RosterToken[], join?: JoinWay) => void;
}

/** Takes a list from a file or the clipboard, shows what it would do, and applies it. */
export function BringList({ path, code, onClose, onApplied }: BringListProps) {
  const [text, setText] = useState("");
  const [seen, setSeen] = useState<RosterUploadAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<"check" | "apply" | null>(null);
  const [join, setJoin] = useState<JoinWay>("roster");
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const { speaker } = useSpeech();
  const words = useWords("people").file;
  const failureText = useFailureText();
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
  const errors = seen?.notes.filter(({ level }) => level === "error").length ?? 0;
  const isNothing = seen !== null && errors === 0 && seen.students.every(({ change }) => change === "left");

  const isOpenToAll = seen !== null && errors === 0 && !isNothing && seen.exam?.join === "open";

  function write(next: string) {
    setText(next);
    setSeen(null);
    setProblem(null);
  }

  async function ask(list: string, apply: boolean) {
    if (busy !== null) return;
    if (list.trim() === "") return setProblem(words.nothing);
    setBusy(apply ? "apply" : "check");
    const outcome = await callStaff({
      method: "POST",
      path: `${path}?apply=${apply}&time_zone=${zone}&join=${join}${
        apply && seen?.exam ? `&revision=${seen.exam.revision}` : ""
      }`,
      content: list,
      answer: RosterUploadAnswer,
    });
    setBusy(null);
    if (!outcome.ok) {
      if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
    } else if (apply) onApplied(outcome.value.tokens ?? [], outcome.value.exam?.join);
    else {
      setProblem(null);
      setSeen(outcome.value);
    }
  }

  async function take(file: File | undefined) {
    if (file === undefined) return;
    const read = await fileText(file).catch(() => null);
    if (read === null) return setProblem(speaker.say(words.unreadable, { file: file.name }));
    write(read);
    await ask(read, false);
  }

  /** Puts the caret onto a line that is to be mended. */
  function show(line: number) {
    const area = field.current;
    if (area === null) return;
    const lines = text.split("\n");
    const start = lines.slice(0, line - 1).reduce((length, one) => length + one.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] ?? "").length);
    area.scrollTop = area.scrollHeight * (line - 2) / Math.max(1, lines.length);
  }

  return (
    <Dialog id="bring" title={words.title} lead={words.lead} isWide onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void ask(text, false);
        }}
        class="flex flex-col gap-4"
      >
        {seen === null && <ListExamples />}
        <Field id="bring-text" label={words.text} error={problem}>
          {(attributes) => (
            <textarea
              {...attributes}
              ref={field}
              rows={seen === null ? 9 : 5}
              spellcheck={false}
              dir={text === "" ? undefined : "auto"}
              value={text}
              onInput={(event) => write(event.currentTarget.value)}
              class={`${attributes.class} font-mono text-xs whitespace-pre sm:text-xs`}
            />
          )}
        </Field>
        <label
          onDragOver={(event) => (event.preventDefault(), setOver(true))}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer?.files[0]);
          }}
          class={`relative flex flex-wrap items-center justify-between gap-3 rounded-field border border-dashed px-4 py-3 text-sm has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent ${
            isOver ? "border-accent bg-accent-soft" : "border-line-strong"
          }`}
        >
          <span>{words.choose}</span>
          <span class="inline-flex min-h-8 items-center rounded-field border border-line bg-raised px-3 font-medium shadow-button">
            {words.browse}
          </span>
          <input
            type="file"
            accept=".csv,.tsv,.txt,.json,text/csv"
            class="absolute inset-0 size-full cursor-pointer opacity-0"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file, mended, can be chosen again.
              event.currentTarget.value = "";
              void take(file);
            }}
          />
        </label>
        {seen !== null && <ListPreview seen={seen} onLine={show} />}
        {isOpenToAll && <WhoChoice id="bring-join" code={code} value={join} onValue={setJoin} />}
        {isNothing && <p role="status" class="text-sm font-medium">{words.nothingToDo}</p>}
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look={seen !== null && errors === 0 ? "plain" : "primary"} busy={busy === "check"}>
            {busy === "check" ? words.checking : words.check}
          </Button>
          {seen !== null && errors === 0 && !isNothing && (
            <Button
              look="primary"
              busy={busy === "apply"}
              onClick={() => ask(text, true)}
            >
              {words.apply}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
