import type { RosterUploadAnswer } from "../../protocol/roster.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { DataTable } from "../components/data_table.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useAllowedText } from "./use_allowed_text.ts";

/** Students that are shown of a list; who looks for one finds them in the file. */
const SHOWN = 50;

interface ListPreviewProps {
  seen: RosterUploadAnswer;
  /** Shows a line of the list. */
  onLine: (line: number) => void;
}

/** What a list would do, and what is wrong with it, line by line. */
export function ListPreview({ seen, onLine }: ListPreviewProps) {
  const { speaker } = useSpeech();
  const words = useWords("people").file;
  const columns = useWords("people").columns;
  const allowedText = useAllowedText();
  const errors = seen.notes.filter(({ level }) => level === "error");
  const hints = seen.notes.filter(({ level }) => level === "warning");
  const count = (kind: "added" | "changed" | "left") => seen.students.filter(({ change }) => change === kind).length;
  const changing = seen.students.filter(({ change }) => change !== "left");
  const notes = (some: RosterUploadAnswer["notes"]) => (
    <ul class="mt-1 flex max-h-48 flex-col gap-1 overflow-y-auto" tabIndex={0}>
      {some.map(({ line, message }, index) => (
        <li key={index} class="flex gap-2">
          <button
            type="button"
            onClick={() => onLine(line)}
            class="shrink-0 self-start rounded-field font-medium text-accent tabular-nums underline underline-offset-4"
          >
            {speaker.say(words.line, { line })}
          </button>
          <span class="wrap-anywhere">{message}</span>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="flex flex-col gap-3">
      {errors.length > 0 && (
        <AlertBox tone="problem" role="alert" title={speaker.say(words.faults, { n: errors.length })}>
          <p>{words.faultsLead}</p>
          {notes(errors)}
        </AlertBox>
      )}
      {hints.length > 0 && (
        <AlertBox tone="warning" title={speaker.say(words.notes, { n: hints.length })}>{notes(hints)}</AlertBox>
      )}
      <p role="status" class="text-sm font-medium tabular-nums">
        {speaker.say(words.found, { added: count("added"), changed: count("changed"), left: count("left") })}
      </p>
      {changing.length > 0 && (
        <div class="max-h-72 overflow-y-auto">
          <DataTable
            label={words.preview}
            columns={[
              { label: columns.state },
              { label: columns.name },
              { label: columns.number },
              { label: columns.group },
              { label: columns.allowed },
            ]}
            rows={changing.slice(0, SHOWN).map((one) => ({
              key: String(one.line),
              cells: [
                words.changes[one.change],
                <span key="name" dir="auto" class="block min-w-28 font-medium wrap-anywhere">{one.name}</span>,
                <bdi key="number">{one.number ?? ""}</bdi>,
                <bdi key="group">{one.group ?? ""}</bdi>,
                <span key="allowed" class="block min-w-32">{allowedText(one)}</span>,
              ],
            }))}
            empty=""
          />
        </div>
      )}
      {changing.length > SHOWN && (
        <p class="text-sm text-ink-soft">{speaker.say(words.more, { n: changing.length - SHOWN })}</p>
      )}
    </div>
  );
}
