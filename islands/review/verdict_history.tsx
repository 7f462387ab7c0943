import type { AttemptDetail } from "../../protocol/attempt_detail.ts";
import type { Verdict } from "../../protocol/review.ts";
import { momentText } from "../../words/times.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { clockText } from "../components/time_text.ts";
import { useContributionText } from "../proctor/contribution_text.ts";

interface VerdictHistoryProps {
  verdicts: readonly Verdict[];
  flags: AttemptDetail["flags"];
}

/** What reviewers said, the newest first: none is ever taken out. */
export function VerdictHistory({ verdicts, flags }: VerdictHistoryProps) {
  const words = useWords("review");
  const names = useWords("verdicts");
  const { speaker } = useSpeech();
  const contributionText = useContributionText();
  if (verdicts.length === 0) return <p class="text-sm text-ink-soft">{words.history.none}</p>;
  const reasonText = (reason: string) => {
    const flag = flags.find(({ flag_id }) => flag_id === reason);
    if (flag === undefined) return contributionText(reason).name;
    return speaker.say(words.verdict.flagAt, { time: clockText(flag.t), note: flag.note || words.verdict.flagged });
  };
  return (
    <ol class="flex flex-col">
      {verdicts.toReversed().map(({ at, by, verdict, reasons, note }, index) => (
        <li
          key={verdicts.length - index}
          class="flex flex-col gap-1 border-t border-line py-2 text-dense first:border-t-0"
        >
          <p class="flex flex-wrap justify-between gap-x-3">
            <span class="font-semibold">{names[verdict]}</span>
            <span class="text-ink-soft">{speaker.say(words.history.line, { by, at: momentText(speaker, at) })}</span>
          </p>
          {reasons.length > 0 && (
            <ul class="list-disc ps-5">
              {reasons.map((reason) => <li key={reason} class="wrap-anywhere">{reasonText(reason)}</li>)}
            </ul>
          )}
          {note !== "" && <p dir="auto" class="whitespace-pre-wrap wrap-anywhere">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
