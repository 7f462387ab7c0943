import type { BankLine } from "../../../protocol/bank.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";

/** What a list says of a question below its text: type, points, tags, whose it is. */
export function BankFacts({ line }: { line: BankLine }) {
  const words = useWords("bank");
  const types: Readonly<Record<string, { name: string }>> = useWords("editorItems").types;
  const { speaker } = useSpeech();
  return (
    <span class="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-ink-soft">
      <span>{types[line.type]?.name ?? line.type}</span>
      <span class="tabular-nums">{speaker.count(line.points, "points")}</span>
      {!line.mine && <span class="min-w-0 wrap-anywhere">{speaker.say(words.of, { owner: line.owner })}</span>}
      {line.shared && line.mine && <span>{words.isShared}</span>}
      {line.tags.map((tag) => (
        <span key={tag} class="max-w-full truncate rounded-full border border-line px-2 py-px text-xs">
          <bdi>{tag}</bdi>
        </span>
      ))}
    </span>
  );
}
