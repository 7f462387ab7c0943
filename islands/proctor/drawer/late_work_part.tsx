import { useState } from "preact/hooks";
import type { AttemptAction } from "../../../protocol/attempt_detail.ts";
import { ApplyLateWorkAnswer, LateWorkAnswer } from "../../../protocol/late_work.ts";
import { MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";
import { Button } from "../../components/button.tsx";
import { Field, TextField } from "../../components/field.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import { useFailureText } from "../../staff/call_failure.ts";
import { callStaff, type Outcome } from "../../staff/staff_api.ts";
import { DrawerPart } from "./drawer_part.tsx";

interface LateWorkPartProps {
  actions: readonly AttemptAction[];
  /** Of the attempt's endpoint. */
  path: string;
  onChanged: () => void;
}

/** Takes in a file of a device that came back after the grace, and applies it where a person decides so. */
export function LateWorkPart({ actions, path, onChanged }: LateWorkPartProps) {
  const [problems, setProblems] = useState<{ file?: string; reason?: string }>({});
  const form = useProblemFocus(problems);
  const [done, setDone] = useState("");
  const [reason, setReason] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("drawer").lateWork;
  const failureText = useFailureText();

  async function call<Answer>(
    field: "file" | "reason",
    asked: Promise<Outcome<Answer>>,
    say: (answer: Answer) => string,
  ) {
    setProblems({});
    setDone("");
    setBusy(true);
    const outcome = await asked;
    setBusy(false);
    if (!outcome.ok) return setProblems({ [field]: failureText(outcome.error) });
    setDone(say(outcome.value));
    onChanged();
  }

  async function take(file: File | undefined) {
    if (file === undefined) return;
    const body = await file.text().then(JSON.parse).catch(() => null);
    if (body === null) return setProblems({ file: words.unreadable });
    const asked = callStaff({ method: "POST", path: `${path}/late_work`, body, answer: LateWorkAnswer });
    await call("file", asked, ({ taken, edits }) => taken === 0 ? words.known : speaker.say(words.taken, { edits }));
  }

  async function apply(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (reason.trim() === "") return setProblems({ reason: words.reasonMissing });
    const asked = callStaff({
      method: "POST",
      path: `${path}/late_work/apply`,
      body: { reason },
      answer: ApplyLateWorkAnswer,
    });
    await call("reason", asked, ({ questions }) => speaker.say(words.applied, { n: questions.length }));
  }

  return (
    <DrawerPart title={words.title}>
      <Field id="late-work-file" label={words.file} hint={words.hint} error={problems.file}>
        {({ class: _, ...attributes }) => (
          <input
            {...attributes}
            type="file"
            accept=".json,application/json"
            class="text-dense file:me-3 file:min-h-8 file:rounded-field file:border file:border-line file:bg-raised file:px-2"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        )}
      </Field>
      {isWaiting(actions) && (
        <form ref={form} onSubmit={apply} noValidate class="mt-2 flex flex-col items-start gap-2">
          <div class="w-full">
            <TextField
              id="late-work-reason"
              name="reason"
              label={words.reason}
              error={problems.reason}
              value={reason}
              maxLength={MAX_NOTE_CHARACTERS}
              onInput={setReason}
            />
          </div>
          <Button type="submit" size="small" busy={isBusy}>{words.apply}</Button>
        </form>
      )}
      <p role="status" class="text-dense text-ink-soft">{done}</p>
    </DrawerPart>
  );
}

/** Whether something was handed over that nobody has applied since. */
function isWaiting(actions: readonly AttemptAction[]): boolean {
  const last = actions.findLast(({ kind, by }) => kind === "handed_over" || (kind === "answered" && by !== "student"));
  return last?.kind === "handed_over";
}
