import { useState } from "preact/hooks";
import { firstProblem } from "../../protocol/errors.ts";
import { ExamDocument } from "../../protocol/exam_document.ts";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { Field } from "../components/field.tsx";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";

export interface CreateExamProps {
  onClose: () => void;
  onCreated: () => void;
}

/** Publishes an exam from its JSON document, pasted or chosen as a file, and shows once what was made for it. */
export function CreateExam({ onClose, onCreated }: CreateExamProps) {
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<CreateExamAnswer | null>(null);

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    const read = readExam(text);
    if (!read.ok) return setProblem(read.problem);
    setBusy(true);
    const outcome = await callStaff({ method: "POST", path: "/api/exams", body: read.exam, answer: CreateExamAnswer });
    setBusy(false);
    if (outcome.ok) {
      setMade(outcome.value);
      onCreated();
    } else if (!leaveIfSignedOut(outcome.error)) setProblem(outcome.error.message);
  }

  if (made !== null) return <MadeForExam made={made} onClose={onClose} />;
  return (
    <form onSubmit={submit} noValidate class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4">
      <h2 class="font-semibold">New exam</h2>
      <Field
        id="exam-document"
        label="Exam document"
        hint="JSON with code, title, duration_minutes and questions; roster, staff and policy if you need them."
        error={problem}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            rows={10}
            spellcheck={false}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            placeholder='{"code": "BIO-101", "title": "Biology", "duration_minutes": 60, "questions": […]}'
            class={`${attributes.class} font-mono text-xs sm:text-xs`}
          />
        )}
      </Field>
      <div class="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={isBusy}>Publish exam</Button>
        <Button look="quiet" onClick={onClose}>Cancel</Button>
        <label class="ml-auto text-sm">
          <span class="mr-2 text-ink-soft">or choose a file</span>
          <input
            type="file"
            accept=".json,application/json"
            class="max-w-56 text-sm file:mr-2 file:min-h-8 file:rounded-field file:border file:border-line-strong file:bg-raised file:px-2.5 file:text-ink"
            onChange={async (event) => setText(await event.currentTarget.files?.[0]?.text() ?? text)}
          />
        </label>
      </div>
    </form>
  );
}

/** An exam read from text, or the first thing that is wrong with it. */
export function readExam(text: string): { ok: true; exam: ExamDocument } | { ok: false; problem: string } {
  if (text.trim() === "") return { ok: false, problem: "Paste the exam's JSON document, or choose its file." };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { ok: false, problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = ExamDocument.safeParse(value);
  return parsed.success ? { ok: true, exam: parsed.data } : { ok: false, problem: firstProblem(parsed.error).message };
}

function MadeForExam({ made, onClose }: { made: CreateExamAnswer; onClose: () => void }) {
  return (
    <section class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4">
      <AlertBox tone="good" role="status" title={`${made.code} is published`}>
        {made.tokens.length + made.passwords.length > 0 &&
          "These tokens and passwords are shown once. Note them now: the server keeps only their hashes."}
      </AlertBox>
      {made.tokens.length > 0 && (
        <DataTable
          label="Personal tokens"
          columns={[{ label: "Student" }, { label: "Number" }, { label: "Personal token" }]}
          rows={made.tokens.map((student) => ({
            key: student.token,
            cells: [student.name, student.number ?? "–", <code key="token">{student.token}</code>],
          }))}
          empty=""
        />
      )}
      {made.passwords.length > 0 && (
        <DataTable
          label="New accounts"
          columns={[{ label: "Account" }, { label: "First password" }]}
          rows={made.passwords.map((member) => ({
            key: member.username,
            cells: [member.username, <code key="password">{member.password}</code>],
          }))}
          empty=""
        />
      )}
      <div>
        <Button onClick={onClose}>Done</Button>
      </div>
    </section>
  );
}
