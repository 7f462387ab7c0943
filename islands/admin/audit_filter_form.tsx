import { useState } from "preact/hooks";
import type { ExamSummary } from "../../protocol/exam_list.ts";
import { Button } from "../components/button.tsx";
import { Field, TextField } from "../components/field.tsx";
import { useWords } from "../components/speech.tsx";

/** Which lines are wanted; empty for all. Days as `2026-11-27`, by the reader's own clock. */
export interface AuditWish {
  who: string;
  what: string;
  examId: string;
  from: string;
  to: string;
}

export const NOTHING_WISHED: AuditWish = { who: "", what: "", examId: "", from: "", to: "" };

/** The query of a wish, as `GET /api/audit` takes it. */
export function queryOf({ who, what, examId, from, to }: AuditWish, more: Record<string, string>): URLSearchParams {
  return new URLSearchParams({
    ...(who.trim() !== "" && { who: who.trim() }),
    ...(what !== "" && { what }),
    ...(examId !== "" && { about: `exam:${examId}` }),
    ...(from !== "" && { from: String(new Date(`${from}T00:00:00`).getTime()) }),
    ...(to !== "" && { to: String(new Date(`${to}T23:59:59.999`).getTime()) }),
    ...more,
  });
}

interface AuditFilterFormProps {
  exams: readonly ExamSummary[];
  isBusy: boolean;
  onWish: (wish: AuditWish) => void;
}

/** Who, what, of which exam, and when. */
export function AuditFilterForm({ exams, isBusy, onWish }: AuditFilterFormProps) {
  const [wish, setWish] = useState(NOTHING_WISHED);
  const words = useWords("admin").audit;
  const set = (change: Partial<AuditWish>) => setWish((known) => ({ ...known, ...change }));
  const deeds = Object.entries(words.deeds).sort(([, one], [, other]) => one.localeCompare(other));
  return (
    <form
      class="grid items-end gap-3 sm:grid-cols-3 lg:grid-cols-[1fr_1.4fr_1.4fr_auto_auto_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        onWish(wish);
      }}
      onReset={() => {
        setWish(NOTHING_WISHED);
        onWish(NOTHING_WISHED);
      }}
    >
      <TextField
        id="audit-who"
        name="who"
        label={words.who}
        autoComplete="off"
        maxLength={64}
        value={wish.who}
        onInput={(who) => set({ who })}
      />
      <Field id="audit-what" label={words.what}>
        {(attributes) => (
          <select
            {...attributes}
            value={wish.what}
            onChange={(event) => set({ what: event.currentTarget.value })}
          >
            <option value="">{words.anything}</option>
            {deeds.map(([what, deed]) => <option key={what} value={what}>{deed}</option>)}
          </select>
        )}
      </Field>
      <Field id="audit-exam" label={words.exam}>
        {(attributes) => (
          <select
            {...attributes}
            value={wish.examId}
            onChange={(event) => set({ examId: event.currentTarget.value })}
          >
            <option value="">{words.anything}</option>
            {exams.map(({ exam_id, title }) => <option key={exam_id} value={exam_id}>{title}</option>)}
          </select>
        )}
      </Field>
      <DayField id="audit-from" label={words.since} value={wish.from} onInput={(from) => set({ from })} />
      <DayField id="audit-to" label={words.until} value={wish.to} onInput={(to) => set({ to })} />
      <span class="flex gap-2">
        <Button type="submit" busy={isBusy}>{words.show}</Button>
        <button
          type="reset"
          class="inline-flex min-h-10 items-center rounded-field px-2 text-sm font-medium text-ink-soft hover:bg-sunken hover:text-ink"
        >
          {words.reset}
        </button>
      </span>
    </form>
  );
}

interface DayFieldProps {
  id: string;
  label: string;
  value: string;
  onInput: (day: string) => void;
}

function DayField({ id, label, value, onInput }: DayFieldProps) {
  return (
    <Field id={id} label={label}>
      {(attributes) => (
        <input
          {...attributes}
          type="date"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
