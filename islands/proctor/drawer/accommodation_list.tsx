import type { Accommodations, Declared } from "../../../protocol/exam.ts";
import { listText } from "../../../words/lists.ts";
import { breaksText } from "../../components/breaks_text.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../contribution_text.ts";

interface AccommodationListProps {
  accommodations: Accommodations;
  declared: Declared | undefined;
}

/** What is taken into account of a student, and, apart from it, what the student says of themselves. */
export function AccommodationList({ accommodations, declared }: AccommodationListProps) {
  const { speaker } = useSpeech();
  const words = useWords("allowances");
  const technologies = useWords("technologies");
  const textOf = useContributionText();
  const names = (items: readonly string[]) => listText(speaker.language, items.map((item) => textOf(item).name));
  const { extra_time_percent, extra_time_minutes = 0, breaks, muted, weights } = accommodations;
  const reweighed = Object.keys(weights);
  const taken = [
    ...(extra_time_percent > 0 ? [speaker.say(words.extraTime, { percent: extra_time_percent / 100 })] : []),
    ...(extra_time_minutes > 0 ? [speaker.say(words.extraMinutes, { minutes: extra_time_minutes })] : []),
    ...(breaks ? [breaksText(speaker, words, breaks)] : []),
    ...accommodations.technologies.map((technology) => technologies[technology]),
    ...(muted.length > 0 ? [speaker.say(words.muted, { names: names(muted) })] : []),
    ...(reweighed.length > 0 ? [speaker.say(words.reweighed, { names: names(reweighed) })] : []),
  ];
  return (
    <div class="flex flex-col gap-2 text-dense">
      {taken.length === 0
        ? <p class="text-ink-soft">{words.none}</p>
        : <ul class="list-disc ps-4">{taken.map((item) => <li key={item}>{speaker.capital(item)}</li>)}</ul>}
      {declared !== undefined && (
        <p class="text-ink-soft">
          {speaker.say(words.declared, {
            technologies: listText(speaker.language, declared.map((technology) => technologies[technology])),
          })}
        </p>
      )}
    </div>
  );
}
