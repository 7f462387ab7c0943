import { useSpeech, useWords } from "../components/speech.tsx";
import type { MarkingSession } from "./marking_session.ts";

/** The criteria of the question that is marked, each to be ticked; their points add up. Nothing where it has none. */
export function RubricPart({ session }: { session: MarkingSession }) {
  const words = useWords("marking");
  const { speaker } = useSpeech();
  const rubric = session.question.value?.rubric ?? null;
  if (rubric === null) return null;
  return (
    <fieldset class="flex flex-col gap-1">
      <legend class="mb-1.5 text-sm font-medium">{words.rubric}</legend>
      {rubric.map(({ id, text, points }, index) => (
        <label
          key={id}
          class="flex min-h-8 items-start gap-2 rounded-field border border-line bg-raised px-3 py-2 text-sm has-checked:border-accent has-checked:bg-accent-soft"
        >
          <input
            type="checkbox"
            data-criterion
            class="mt-0.5 size-4 shrink-0"
            checked={session.written.met.value.includes(id)}
            onChange={() => session.toggle(id)}
          />
          <span class="wrap-anywhere" dir="auto">{speaker.say(words.criterion, { n: index + 1, text, points })}</span>
        </label>
      ))}
    </fieldset>
  );
}
