import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamModel } from "./exam_model.ts";
import { timeLeftWords } from "./time_words.ts";

/** The time left, by the server's clock. Whoever is made nervous by it hides it. */
export function TimeLeft({ model }: { model: ExamModel }) {
  const words = useWords("examStatus").time;
  const { speaker } = useSpeech();
  const [isShown, setShown] = useState(true);
  const leftMs = model.timeLeftMs.value;
  const isStopped = model.hold.value !== null;
  return (
    <div class="flex items-center gap-1">
      {isShown && (
        <p
          role="timer"
          translate={false}
          class="flex items-center gap-1.5 whitespace-nowrap text-sm font-semibold tabular-nums"
        >
          <Icon name="clock" />
          {isStopped
            ? words.stopped
            : leftMs === 0
            ? words.up
            : speaker.say(words.left, { left: timeLeftWords(leftMs, speaker, words.hoursAndMinutes) })}
        </p>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={isShown ? words.hideAloud : undefined}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? words.hide : words.show}
      </Button>
    </div>
  );
}
