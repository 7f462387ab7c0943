import { useState } from "preact/hooks";
import { CreateExamAnswer } from "../../protocol/staff.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { TextField } from "../components/field.tsx";
import { useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { proposedCode } from "./new_ids.ts";

/** Minutes that a new exam takes until its author says otherwise. */
const MINUTES = 60;

/** How often another code is proposed where one is taken. */
const MOST_TRIES = 5;

/** Asks what the exam is called and makes a draft of it at once. */
export function NewExam({ onClose }: { onClose: () => void }) {
  const [title, setTitle] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problems, setProblems] = useState<{ title?: string }>({});
  const form = useProblemFocus(problems);
  const words = useWords("exams").create;
  const failureText = useFailureText();

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (title.trim() === "") return setProblems({ title: words.nameMissing });
    setBusy(true);
    for (let tries = 1;; tries++) {
      const outcome = await make(title.trim());
      if (outcome.ok) return location.assign(`/exams/${outcome.value.exam_id}/edit`);
      const { error } = outcome;
      if (error.path === "code" && error.status === 409 && tries < MOST_TRIES) continue;
      setBusy(false);
      if (!leaveIfSignedOut(error)) setProblems({ title: failureText(error) });
      return;
    }
  }

  return (
    <Dialog id="new-exam" title={words.title} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        <TextField
          id="new-exam-name"
          name="title"
          label={words.name}
          hint={words.nameHint}
          value={title}
          maxLength={200}
          error={problems.title}
          onInput={setTitle}
        />
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>{words.submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function make(title: string) {
  const body = {
    title,
    code: proposedCode(title, Math.random),
    duration_minutes: MINUTES,
    time_zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    text_format: "markdown",
    questions: [],
    state: "draft",
  };
  return callStaff({ method: "POST", path: "/api/exams", body, answer: CreateExamAnswer });
}
