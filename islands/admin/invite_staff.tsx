import { useState } from "preact/hooks";
import type { StaffRole } from "../../protocol/exam.ts";
import type { ExamSummary } from "../../protocol/exam_list.ts";
import { InviteAnswer } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Field, INPUT_CLASS, TextField } from "../components/field.tsx";
import { OwnComputerNote } from "../staff/own_computer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff } from "../staff/staff_api.ts";
import { momentText } from "../../words/times.ts";

/** In the order in which they are offered: the least first. */
const ROLES: readonly StaffRole[] = ["proctor", "instructor", "admin"];

/** Makes an invitation link for a new account. */
export function InviteStaff({ exams }: { exams: readonly ExamSummary[] }) {
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<StaffRole>("proctor");
  const [examIds, setExamIds] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<{ username?: string }>({});
  const form = useProblemFocus(problems);
  const [made, setMade] = useState<{ link: string; expiresAt: number; username: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("admin").invite;
  const failureText = useFailureText();

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (username.trim() === "") return setProblems({ username: words.noUsername });
    setBusy(true);
    const body = { username: username.trim(), role, exam_ids: role === "admin" ? [] : examIds };
    const outcome = await callStaff({ method: "POST", path: "/api/invitations", body, answer: InviteAnswer });
    setBusy(false);
    setProblems(outcome.ok ? {} : { username: failureText(outcome.error) });
    if (!outcome.ok) return;
    const { token, expires_at } = outcome.value;
    setMade({ link: `${location.origin}/invitation#${token}`, expiresAt: expires_at, username: username.trim() });
    setUsername("");
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4"
    >
      <h3 class="text-sm font-semibold">{words.title}</h3>
      <div class="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
        <TextField
          id="invite-username"
          name="username"
          label={words.username}
          value={username}
          onInput={setUsername}
          error={problems.username}
        />
        <Field id="invite-role" label={words.role}>
          {(attributes) => (
            <select
              id={attributes.id}
              class={`${INPUT_CLASS} truncate`}
              value={role}
              onChange={(event) => setRole(ROLES[event.currentTarget.selectedIndex])}
            >
              {ROLES.map((item) => <option key={item} value={item}>{words.roles[item]}</option>)}
            </select>
          )}
        </Field>
        <Button type="submit" busy={isBusy}>{words.submit}</Button>
      </div>
      {role !== "admin" && exams.length > 0 && (
        <fieldset class="flex flex-wrap gap-x-5 gap-y-2 text-sm">
          <legend class="mb-1.5 text-sm font-medium">{words.exams}</legend>
          {exams.map((exam) => (
            <label key={exam.exam_id} class="inline-flex items-center gap-2">
              <input
                type="checkbox"
                class="size-4"
                checked={examIds.includes(exam.exam_id)}
                onChange={(event) =>
                  setExamIds(
                    event.currentTarget.checked
                      ? [...examIds, exam.exam_id]
                      : examIds.filter((id) => id !== exam.exam_id),
                  )}
              />
              <bdi>{exam.title}</bdi>
            </label>
          ))}
        </fieldset>
      )}
      {made !== null && (
        <AlertBox tone="good" role="status" title={speaker.say(words.made, { name: made.username })}>
          <code class="block break-all">{made.link}</code>
          <OwnComputerNote />
          <span class="text-ink-soft">{speaker.say(words.madeLead, { end: momentText(speaker, made.expiresAt) })}</span>
        </AlertBox>
      )}
    </form>
  );
}
