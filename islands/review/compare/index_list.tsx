import type { AlikeIndexUse } from "../../../protocol/alike.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** Each index: what it says, what it assumes, and from which size on it was looked at here. */
export function IndexList({ indices }: { indices: readonly AlikeIndexUse[] }) {
  const words = useWords("alike");
  const { speaker } = useSpeech();
  return (
    <ul class="grid gap-4 text-dense sm:grid-cols-2">
      {indices.map(({ index, used, looked_at: count, least_persons, least_questions, most_persons: most }) => {
        const { name, meaning, assumes } = words.indices[index];
        return (
          <li key={index} class="flex flex-col gap-1 rounded-lg border border-line bg-raised p-3">
            <p class="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
              {name}
              <span class="font-normal text-ink-soft">
                {used ? speaker.say(words.looked_at, { count }) : words.notUsed}
              </span>
            </p>
            <p>{meaning}</p>
            <p class="text-ink-soft">{speaker.say(words.assumes, { assumption: assumes })}</p>
            <p class="text-ink-soft">
              {speaker.say(words.from, { persons: least_persons, questions: least_questions })}
              {most !== null && ` ${speaker.say(words.upTo, { most })}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
