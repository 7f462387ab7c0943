import { useState } from "preact/hooks";
import { AssistiveTechnology } from "../../protocol/exam.ts";
import { MAX_GROUP_CHARACTERS, MAX_NAME_UNITS, MAX_NOTE_CHARACTERS } from "../../protocol/limits.ts";
import { RosterLine, RosterToken, RosterUploadAnswer } from "../../protocol/roster.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { CheckList } from "../components/check_list.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, TextField } from "../components/field.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { SmallField } from "./small_field.tsx";
import { StudentMoves } from "./student_moves.tsx";
import { formOf, lineOf, type StudentForm } from "./student_form.ts";

interface StudentDialogProps {
  /** Of the roster's call. */
  path: string;
  /** Null for a new one. */
  student: RosterLine | null;
  onClose: () => void;
  /** @param tokens Links that were made; null for none. */
  onChanged: (tokens: readonly RosterToken[] | null) => void;
}

/** One student of the list: what it says of them, a new link, a make-up sitting, and the way off it. */
export function StudentDialog({ path, student, onClose, onChanged }: StudentDialogProps) {
  const [form, setForm] = useState(() => formOf(student));
  const [problems, setProblems] = useState<{ name?: string; form?: string }>({});
  const [isBusy, setBusy] = useState(false);
  const element = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const words = useWords("people").student;
  const technologies = useWords("technologies");
  const signals = useWords("signals");
  const failureText = useFailureText();
  const hasBegun = student !== null && student.state !== "not_come";
  const own = `${path}/${student?.student_id}`;
  const set = (part: Partial<StudentForm>) => setForm((before) => ({ ...before, ...part }));

  async function submit(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    if (form.name.trim() === "") return setProblems({ name: words.nameMissing });
    setBusy(true);
    const line = lineOf(form, student);
    const outcome = student === null
      ? await callStaff({ method: "POST", path: `${path}?apply=true`, body: [line], answer: RosterUploadAnswer })
      : await callStaff({ method: "PUT", path: own, body: line, answer: RosterLine });
    setBusy(false);
    if (!outcome.ok) {
      if (!leaveIfSignedOut(outcome.error)) setProblems({ form: failureText(outcome.error) });
    } else onChanged("tokens" in outcome.value ? outcome.value.tokens ?? [] : null);
  }

  return (
    <Dialog
      id="student"
      title={student === null ? words.addTitle : speaker.say(words.title, { name: student.name })}
      lead={hasBegun ? speaker.say(words.begun, { name: student.name }) : undefined}
      isWide
      onClose={onClose}
    >
      <form ref={element} onSubmit={submit} noValidate class="flex flex-col gap-5">
        {problems.form && <AlertBox tone="problem" role="alert" title={problems.form} />}
        <div class="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
          <fieldset disabled={hasBegun} class="contents">
            <TextField
              id="student-name"
              name="name"
              label={words.name}
              maxLength={MAX_NAME_UNITS}
              autoComplete="off"
              value={form.name}
              error={problems.name}
              onInput={(name) => set({ name })}
            />
            <TextField
              id="student-number"
              name="number"
              label={words.number}
              maxLength={MAX_NAME_UNITS}
              autoComplete="off"
              value={form.number}
              onInput={(number) => set({ number })}
            />
          </fieldset>
          <TextField
            id="student-group"
            name="group"
            label={words.group}
            maxLength={MAX_GROUP_CHARACTERS}
            autoComplete="off"
            value={form.group}
            onInput={(group) => set({ group })}
          />
        </div>
        {!hasBegun && (
          <fieldset class="flex flex-col gap-4 rounded-field border border-line p-4">
            <legend class="px-1 text-sm font-semibold">{words.allowed}</legend>
            <div class="grid grid-cols-2 items-end gap-4 sm:grid-cols-4">
              <SmallField
                id="student-percent"
                label={words.percent}
                most={400}
                value={form.percent}
                onInput={(percent) => set({ percent })}
              />
              <SmallField
                id="student-minutes"
                label={words.minutes}
                most={10_080}
                value={form.minutes}
                onInput={(minutes) => set({ minutes })}
              />
              <SmallField
                id="student-breaks"
                label={words.breakMinutes}
                most={240}
                value={form.breakMinutes}
                onInput={(breakMinutes) => set({ breakMinutes })}
              />
              <SmallField
                id="student-break-count"
                label={words.breakCount}
                most={100}
                value={form.breakCount}
                onInput={(breakCount) => set({ breakCount })}
              />
            </div>
            <label class="flex items-start gap-2.5 text-sm">
              <input
                type="checkbox"
                checked={form.takesBreaks}
                onChange={(event) => set({ takesBreaks: event.currentTarget.checked })}
                class="mt-0.5 size-4 shrink-0"
              />
              <span>
                {words.takesBreaks}
                <span class="block text-ink-soft">{words.takesBreaksHint}</span>
              </span>
            </label>
            <div class="grid gap-4 sm:grid-cols-2">
              <CheckList
                legend={words.technologies}
                options={AssistiveTechnology.options.map((value) => ({
                  value,
                  label: speaker.capital(technologies[value]),
                }))}
                chosen={form.technologies}
                onChange={(chosen) => set({ technologies: chosen })}
              />
              <CheckList
                legend={words.signals}
                options={Object.entries(signals).map(([value, { name }]) => ({ value, label: name }))}
                chosen={form.muted}
                onChange={(muted) => set({ muted })}
              />
            </div>
            <div class="grid items-end gap-4 sm:grid-cols-2">
              <SmallField
                id="student-opens"
                type="datetime-local"
                label={words.opens}
                value={form.opens}
                onInput={(opens) => set({ opens })}
              />
              <SmallField
                id="student-closes"
                type="datetime-local"
                label={words.closes}
                value={form.closes}
                onInput={(closes) => set({ closes })}
              />
              <p class="-mt-2 text-sm text-ink-soft sm:col-span-2">{words.window}</p>
            </div>
          </fieldset>
        )}
        <Field id="student-reason" label={words.reason} hint={words.reasonHint}>
          {(attributes) => (
            <textarea
              {...attributes}
              rows={2}
              dir={form.reason === "" ? undefined : "auto"}
              maxLength={MAX_NOTE_CHARACTERS}
              value={form.reason}
              onInput={(event) => set({ reason: event.currentTarget.value })}
            />
          )}
        </Field>
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>{student === null ? words.addOne : words.save}</Button>
        </div>
      </form>
      {student !== null && (
        <StudentMoves
          path={own}
          student={student}
          onFailure={(error) => setProblems({ form: failureText(error) })}
          onChanged={onChanged}
        />
      )}
    </Dialog>
  );
}
