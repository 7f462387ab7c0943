import type { RosterLine } from "../../protocol/roster.ts";
import { useSpeech, useWords } from "../components/speech.tsx";

/** Names that are shown; the page of people has all of them. */
const SHOWN = 100;

/** Who is on the list and has not come: they have no attempt, and stand in no table of marks. */
export function NotComePart({ examId, students }: { examId: string; students: readonly RosterLine[] }) {
  const words = useWords("results").book;
  const { speaker } = useSpeech();
  const missing = students.filter(({ state, earlier }) => state === "not_come" && earlier === undefined);
  if (missing.length === 0) return null;
  return (
    <details class="rounded-lg border border-line bg-raised px-4 py-3 text-sm">
      <summary class="cursor-pointer font-medium">{speaker.say(words.notCome, { n: missing.length })}</summary>
      <ul class="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {missing.slice(0, SHOWN).map(({ student_id, name, number }) => (
          <li key={student_id} class="min-w-0 wrap-anywhere">
            <bdi translate={false}>{name}</bdi>
            {number !== undefined && <bdi class="ms-2 text-ink-soft" translate={false}>{number}</bdi>}
          </li>
        ))}
      </ul>
      <a
        class="mt-3 inline-block font-medium text-accent underline underline-offset-4"
        href={`/exams/${examId}/people`}
      >
        {words.toPeople}
      </a>
    </details>
  );
}
