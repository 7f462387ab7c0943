import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Icon } from "../components/icon.tsx";
import type { ExamModel } from "./exam_model.ts";
import { timeLeftWords } from "./time_words.ts";

/** The time left, by the server's clock. Whoever is made nervous by it hides it. */
export function TimeLeft({ model }: { model: ExamModel }) {
  const [isShown, setShown] = useState(true);
  const leftMs = model.timeLeftMs.value;
  const isStopped = model.hold.value !== null;
  return (
    <div class="flex items-center gap-1">
      {isShown && (
        <p role="timer" class="flex items-center gap-1.5 whitespace-nowrap text-sm font-semibold tabular-nums">
          <Icon name="clock" />
          {isStopped ? "Time stands still" : leftMs === 0 ? "Time is up" : `${timeLeftWords(leftMs)} left`}
        </p>
      )}
      <Button look="quiet" size="small" onClick={() => setShown(!isShown)}>
        {isShown ? "Hide" : "Show"} <span class={isShown ? "sr-only" : ""}>time</span>
      </Button>
    </div>
  );
}
