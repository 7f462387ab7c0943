import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { LEAST_FOR_SHARE, useShareText } from "./share_text.ts";

/** How often reviewers rested a verdict on a signal that had spoken. */
export function SignalsPart({ signals }: Pick<ExamOverview, "signals">) {
  const words = useWords("overview").signals;
  const { speaker } = useSpeech();
  const contributionText = useContributionText();
  const shareText = useShareText();
  return (
    <div class="flex flex-col gap-2">
      <DataTable
        label={words.title}
        columns={[
          { label: words.signal },
          { label: words.spoke, numeric: true },
          { label: words.named, numeric: true },
          { label: words.satisfactory, numeric: true },
          { label: words.share, numeric: true },
        ]}
        rows={signals.map(({ name, spoke, named, satisfactory, share }) => ({
          key: name,
          cells: [
            contributionText(name).name,
            speaker.number(spoke),
            speaker.number(named),
            speaker.number(satisfactory),
            shareText(named, spoke, share),
          ],
        }))}
        empty={words.none}
      />
      {signals.some(({ spoke }) => spoke < LEAST_FOR_SHARE) && (
        <p class="text-dense text-ink-soft">{speaker.say(words.few, { n: LEAST_FOR_SHARE })}</p>
      )}
    </div>
  );
}
