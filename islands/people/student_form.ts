import { Accommodations } from "../../protocol/exam.ts";
import type { RosterFields } from "../../protocol/roster_fields.ts";

/** What stands in the fields of a student's dialog. */
export interface StudentForm {
  name: string;
  number: string;
  group: string;
  percent: string;
  minutes: string;
  breakMinutes: string;
  breakCount: string;
  takesBreaks: boolean;
  technologies: readonly string[];
  muted: readonly string[];
  /** As `datetime-local` has it, in the reader's own zone. */
  opens: string;
  closes: string;
  reason: string;
}

/** Fields of a student as they stand, or of nobody yet. */
export function formOf(student: RosterFields | null): StudentForm {
  const given = student?.accommodations;
  const positive = (n: number | undefined) => n === undefined || n === 0 ? "" : String(n);
  return {
    name: student?.name ?? "",
    number: student?.number ?? "",
    group: student?.group ?? "",
    percent: positive(given?.extra_time_percent),
    minutes: positive(given?.extra_time_minutes),
    breakMinutes: positive(given?.breaks?.minutes),
    breakCount: positive(given?.breaks?.count),
    takesBreaks: given?.breaks?.by_student ?? false,
    technologies: given?.technologies ?? [],
    muted: given?.muted ?? [],
    opens: localTime(student?.opens_at),
    closes: localTime(student?.closes_at),
    reason: student?.reason ?? "",
  };
}

/** A roster's line of what stands in the fields; what is wrong with it, the server says. */
export function lineOf(form: StudentForm, before: RosterFields | null): Record<string, unknown> {
  const number = (text: string) => text.trim() === "" ? 0 : Number(text);
  const { extra_time_minutes: _, breaks: __, ...kept } = before?.accommodations ?? Accommodations.parse({});
  const accommodations = {
    ...kept,
    extra_time_percent: number(form.percent),
    technologies: form.technologies,
    muted: form.muted,
    ...(number(form.minutes) !== 0 && { extra_time_minutes: number(form.minutes) }),
    ...(number(form.breakMinutes) !== 0 && {
      breaks: {
        minutes: number(form.breakMinutes),
        ...(number(form.breakCount) !== 0 && { count: number(form.breakCount) }),
        ...(form.takesBreaks && { by_student: true }),
      },
    }),
  };
  const isNothing = JSON.stringify(accommodations) === JSON.stringify(Accommodations.parse({}));
  const texts = { number: form.number, group: form.group, reason: form.reason };
  return {
    name: form.name.trim(),
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]).filter(([, text]) => text)),
    ...(!isNothing && { accommodations }),
    ...(form.opens !== "" && { opens_at: new Date(form.opens).toISOString() }),
    ...(form.closes !== "" && { closes_at: new Date(form.closes).toISOString() }),
  };
}

function localTime(instant: string | undefined): string {
  if (instant === undefined) return "";
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
