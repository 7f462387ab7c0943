import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";

interface TakeBreakProps {
  /** Time left of such breaks, ms. */
  leftMs: number;
  onTake: () => void;
}

/** A break that needs no asking: how much time is left of them, and the way into one. The way back is on the page that covers the paper. */
export function TakeBreak({ leftMs, onTake }: TakeBreakProps) {
  const { speaker } = useSpeech();
  const words = useWords("support").ownBreak;
  const minutes = Math.floor(leftMs / 60_000);
  const left = minutes > 0 ? speaker.count(minutes, "minutes") : speaker.count(Math.floor(leftMs / 1_000), "seconds");
  if (leftMs === 0) return <p>{words.usedUp}</p>;
  return (
    <div class="flex flex-col items-start gap-1">
      <Button size="small" aria-describedby="take-break-hint" onClick={onTake}>
        <Icon name="pause" class="size-3.5" />
        {speaker.say(words.take, { left })}
      </Button>
      <p id="take-break-hint" class="text-ink-soft">{words.hint}</p>
    </div>
  );
}
