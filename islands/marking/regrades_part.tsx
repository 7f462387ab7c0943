import type { Marking } from "../../protocol/marking.ts";
import { momentText } from "../../words/times.ts";
import { useSpeech, useWords } from "../components/speech.tsx";

/** Which changes of keys have changed marks, the newest first; nothing where none has. */
export function RegradesPart({ questions, regrades = [] }: Pick<Marking, "questions" | "regrades">) {
  const words = useWords("results");
  const { speaker } = useSpeech();
  if (regrades.length === 0) return null;
  const numberOf = new Map(questions.map(({ question }, index) => [question, index + 1]));
  return (
    <section aria-label={words.regrades} class="rounded-lg border border-line bg-raised px-4 py-3">
      <h2 class="mb-1 text-sm font-semibold">{words.regrades}</h2>
      <ul class="flex max-h-48 flex-col gap-1 overflow-y-auto text-sm wrap-anywhere" tabIndex={0}>
        {regrades.toReversed().map(({ question, revision, by, at, changes }) => (
          <li key={`${question} ${revision}`}>
            {speaker.say(words.regrade, {
              n: changes,
              question: numberOf.get(question) ?? 0,
              by: by ?? "",
              at: momentText(speaker, at),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
