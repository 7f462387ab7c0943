import type { AlikeFigure, AlikeIndex } from "../../../protocol/alike.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** A smaller chance is told as less than this. */
const LEAST_TOLD = 0.001;

interface FigureListProps {
  figures: Readonly<Record<string, AlikeFigure>>;
}

/** What each index says of a pair or a person: its chance, corrected for all that were looked at, the most unlikely first. */
export function FigureList({ figures }: FigureListProps) {
  const words = useWords("alike");
  const { speaker } = useSpeech();
  const indices: Readonly<Record<string, { name: string; meaning: string }>> = words.indices;
  const chance = (adjusted: number) =>
    adjusted < LEAST_TOLD
      ? words.chanceBelow
      : speaker.say(words.chance, { percent: speaker.number(adjusted * 100, { most: 1 }) });
  const told = Object.entries(figures).sort(([, one], [, other]) => one.adjusted - other.adjusted);
  return (
    <ul class="flex flex-wrap gap-x-4 gap-y-1">
      {told.map(([index, { adjusted }]) => (
        <li key={index} class="whitespace-nowrap">
          <span title={indices[index]?.meaning}>{indices[index as AlikeIndex]?.name ?? index}</span>{" "}
          <span class="tabular-nums text-ink-soft">{chance(adjusted)}</span>
        </li>
      ))}
    </ul>
  );
}
