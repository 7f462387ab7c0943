import { useState } from "preact/hooks";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { Field, FieldError } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

interface CreateExamProps {
  onClose: () => void;
  onCreated: () => void;
}

/** Publishes an exam from its JSON document, pasted or chosen as a file, and shows once what was made for it. */
export function CreateExam({ onClose, onCreated }: CreateExamProps) {
  const [text, setText] = useState("");
  const [problems, setProblems] = useState<{ document?: string; file?: string }>({});
  const form = useProblemFocus(problems);
  const [readFile, setReadFile] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<CreateExamAnswer | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("newExam");
  const failureText = useFailureText();

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (text.trim() === "") return setProblems({ document: words.nothing });
    const read = readJson(text);
    if (!read.ok) return setProblems({ document: speaker.say(words.notJson, { reason: read.reason }) });
    setProblems({});
    setBusy(true);
    const outcome = await callStaff({ method: "POST", path: "/api/exams", body: read.value, answer: CreateExamAnswer });
    setBusy(false);
    if (outcome.ok) {
      setMade(outcome.value);
      onCreated();
    } else if (!leaveIfSignedOut(outcome.error)) setProblems({ document: failureText(outcome.error) });
  }

  /** Takes a chosen file over, and says at once what came of it: nobody sees a field change that they do not look at. */
  async function take(file: File | undefined) {
    if (file === undefined) return;
    setReadFile("");
    const content = await file.text().catch(() => null);
    if (content === null) return setProblems({ file: speaker.say(words.fileUnreadable, { file: file.name }) });
    const read = readJson(content);
    if (!read.ok) {
      return setProblems({ file: speaker.say(words.fileNotJson, { file: file.name, reason: read.reason }) });
    }
    setText(content);
    setProblems({});
    setReadFile(file.name);
  }

  if (made !== null) return <MadeForExam made={made} onClose={onClose} />;
  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4"
    >
      <h2 data-focus-home tabIndex={-1} class="font-semibold outline-none">{words.title}</h2>
      <Field
        id="exam-document"
        label={words.document}
        hint={words.documentHint}
        error={problems.document}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={10}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            dir="ltr"
            placeholder={`{"code": "BIO-101", "title": "${words.placeholder}", "duration_minutes": 60, "questions": […]}`}
            class={`${attributes.class} font-mono text-xs sm:text-xs`}
          />
        )}
      </Field>
      <div class="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={isBusy}>{words.submit}</Button>
        <Button look="quiet" onClick={onClose}>{words.cancel}</Button>
        <label class="ms-auto text-sm">
          <span class="me-2 text-ink-soft">{words.file}</span>
          <input
            type="file"
            aria-invalid={problems.file ? "true" : undefined}
            aria-describedby={problems.file ? "exam-file-error" : undefined}
            accept=".json,application/json"
            class="max-w-56 text-sm file:me-2 file:min-h-8 file:rounded-field file:border file:border-line-strong file:bg-raised file:px-2.5 file:text-ink"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file, mended, can be chosen again.
              event.currentTarget.value = "";
              void take(file);
            }}
          />
        </label>
      </div>
      <FieldError id="exam-file-error" error={problems.file} />
      <p role="status" class="text-sm text-ink-soft empty:-mt-4">
        {readFile && speaker.say(words.fileRead, { file: readFile })}
      </p>
    </form>
  );
}

/** JSON read from text, or why it is none, as the browser says it. What the document must be, the server checks. */
function readJson(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function MadeForExam({ made, onClose }: { made: CreateExamAnswer; onClose: () => void }) {
  const { speaker } = useSpeech();
  const words = useWords("newExam");
  return (
    <section
      aria-labelledby="exam-made"
      data-focus-home
      tabIndex={-1}
      class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4 outline-none"
    >
      <AlertBox id="exam-made" tone="good" role="status" title={speaker.say(words.published, { code: made.code })}>
        {made.tokens.length + made.passwords.length > 0 && words.shownOnce}
      </AlertBox>
      {made.warnings.map(({ path, message }) => <AlertBox key={path} tone="warning">{message}</AlertBox>)}
      {made.tokens.length > 0 && (
        <DataTable
          label={words.tokens}
          columns={[{ label: words.student }, { label: words.number }, { label: words.token }]}
          rows={made.tokens.map((student) => ({
            key: student.token,
            cells: [
              <bdi key="name">{student.name}</bdi>,
              student.number ?? "–",
              <code key="token">{student.token}</code>,
            ],
          }))}
          empty=""
        />
      )}
      {made.passwords.length > 0 && (
        <DataTable
          label={words.accounts}
          columns={[{ label: words.account }, { label: words.firstPassword }]}
          rows={made.passwords.map((member) => ({
            key: member.username,
            cells: [member.username, <code key="password">{member.password}</code>],
          }))}
          empty=""
        />
      )}
      <div>
        <Button onClick={onClose}>{words.done}</Button>
      </div>
    </section>
  );
}
