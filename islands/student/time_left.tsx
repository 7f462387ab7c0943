import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { LAST_MINUTE_MS, timeLeftWords } from "./time_words.ts";

/**
 * The time left, by the server's clock. Whoever is made nervous by it hides it; the last minute shows all the same, as a
 * word that does not count down.
 */
export function TimeLeft({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const words = useWords("examStatus").time;
  const { speaker } = useSpeech();
  const isShown = !model.hidden.value.has("time");
  const leftMs = model.timeLeftMs.value;
  const isStopped = model.hold.value !== null;
  const text = isStopped
    ? words.stopped
    : leftMs === 0
    ? words.up
    : isShown
    ? speaker.say(words.left, { left: timeLeftWords(leftMs, speaker, words.hoursAndMinutes) })
    : words.lastMinute;
  return (
    <div class="flex items-center gap-1">
      {(isShown || (!isStopped && leftMs <= LAST_MINUTE_MS)) && (
        <p
          role="timer"
          translate={false}
          class="flex items-center gap-1.5 whitespace-nowrap text-sm font-semibold tabular-nums"
        >
          <Icon name="clock" />
          {text}
        </p>
      )}
      <Button
        look="quiet"
        size="small"
        aria-label={isShown ? words.hideAloud : undefined}
        onClick={() => actions.toggleHidden("time")}
      >
        {isShown ? words.hide : words.show}
      </Button>
    </div>
  );
}
