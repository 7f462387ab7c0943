import type { JoinWay } from "../../protocol/roster.ts";
import { useSpeech, useWords } from "../components/speech.tsx";

interface WhoChoiceProps {
  id: string;
  code: string;
  value: JoinWay;
  onValue: (value: JoinWay) => void;
}

/** Who may come in: those on the list alone, or anybody with the code as well. */
export function WhoChoice({ id, code, value, onValue }: WhoChoiceProps) {
  const words = useWords("people").who;
  const { speaker } = useSpeech();
  return (
    <fieldset id={id} class="flex flex-col gap-2 rounded-field border border-line-strong px-4 py-3">
      <legend class="px-1 text-sm font-semibold">{words.title}</legend>
      {(["roster", "open"] as const).map((way) => (
        <label key={way} class="flex items-start gap-2.5 text-sm">
          <input
            type="radio"
            name={id}
            value={way}
            checked={value === way}
            onChange={() => onValue(way)}
            class="mt-0.5 size-4 shrink-0"
          />
          <span>
            {words.ways[way].name}
            <span class="block text-ink-soft">{speaker.say(words.ways[way].hint, { code })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
