import { useState } from "preact/hooks";
import type { ReviewRow } from "../../protocol/review.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { assignReview } from "./assign_review.ts";

interface ReviewerPartProps {
  /** Of the exam's endpoints. */
  base: string;
  row: Pick<ReviewRow, "attempt_id" | "assigned_to" | "state">;
  viewer: string;
  /** Told after each try: somebody else may have it by now. */
  onAssigned: () => void;
}

/** Who reviews the attempt, and the way to take it, to take it over, or to give it back. */
export function ReviewerPart({ base, row, viewer, onAssigned }: ReviewerPartProps) {
  const words = useWords("review");
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { assigned_to: by, state } = row;
  const isMine = by === viewer;

  async function assign() {
    setBusy(true);
    const outcome = await assignReview(base, row, isMine ? null : viewer);
    setBusy(false);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    onAssigned();
  }

  return (
    <div class="flex flex-col gap-2">
      <p class="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span role="status">
          {by === null ? words.noReviewer : speaker.say(words.reviewer, { name: isMine ? words.you : by })}
        </span>
        {state !== "done" && state !== "under_way" && (
          <Button size="small" busy={isBusy} onClick={assign}>
            {by === null ? words.take : isMine ? words.giveBack : words.takeOver}
          </Button>
        )}
      </p>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
    </div>
  );
}
