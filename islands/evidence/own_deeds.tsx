import type { AttemptAction } from "../../protocol/attempt_detail.ts";
import { momentText } from "../../words/times.ts";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { deedOfAction } from "../proctor/drawer/deed_of_action.ts";

/** What was done to the own attempt, oldest first, and by whom: oneself, the system, or staff. */
export function OwnDeeds({ actions }: { actions: readonly AttemptAction[] }) {
  const { speaker } = useSpeech();
  const { by: whose } = useWords("ownEvidence").deeds;
  const { kinds, by: byWhom, why } = useWords("done");
  return (
    <ul class="flex flex-col gap-1 text-sm">
      {actions.map((action) => {
        const { done, by, reason } = deedOfAction(action);
        const what = speaker.tell(kinds, done);
        const who = by === "student" || by === "system" ? whose[by] : whose.staff;
        const whole = by === null ? what : speaker.say(byWhom, { done: what, by: who });
        return (
          <li key={action.n} class="flex gap-3">
            <span class="w-28 shrink-0 tabular-nums text-ink-soft">{momentText(speaker, action.at)}</span>
            <span class="min-w-0 flex-1 wrap-anywhere">
              {reason === null || reason === ""
                ? whole
                : <Said sentence={why} places={{ done: whole, reason: <bdi>{reason}</bdi> }} />}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
