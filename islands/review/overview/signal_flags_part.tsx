import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { LEAST_FOR_SHARE, useShareText } from "./share_text.ts";

/** What people made of the flags that a signal had a share in. */
export function SignalFlagsPart({ told: { signals, unknown } }: { told: ExamOverview["signal_flags"] }) {
  const { signalFlags: words, flags } = useWords("overview");
  const { speaker } = useSpeech();
  const contributionText = useContributionText();
  const shareText = useShareText();
  return (
    <div class="flex flex-col gap-2">
      <DataTable
        label={words.title}
        isTall
        columns={[
          { label: words.signal },
          { label: words.flags, numeric: true },
          { label: flags.confirmed, numeric: true },
          { label: flags.dismissed, numeric: true },
          { label: flags.open, numeric: true },
          { label: flags.share, numeric: true },
        ]}
        rows={signals.map(({ name, flags: n, confirmed, dismissed, open, share }) => ({
          key: name,
          cells: [
            contributionText(name).name,
            ...[n, confirmed, dismissed, open].map((count) => speaker.number(count)),
            shareText(confirmed, confirmed + dismissed, share),
          ],
        }))}
        empty={words.none}
      />
      {signals.length > 0 && <p class="text-dense text-ink-soft">{speaker.say(flags.few, { n: LEAST_FOR_SHARE })}</p>}
      {unknown > 0 && <p class="text-dense text-ink-soft">{speaker.say(words.unknown, { n: unknown })}</p>}
    </div>
  );
}
