import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { queueQuery } from "../queue_order.ts";
import { LEAST_FOR_SHARE, useShareText } from "./share_text.ts";

interface DecisionsPartProps {
  examId: string;
  flags: ExamOverview["flags"];
}

/** What people made of flags, by who or what raised them. */
export function DecisionsPart({ examId, flags }: DecisionsPartProps) {
  const { speaker } = useSpeech();
  const words = useWords("overview").flags;
  const shareText = useShareText();
  const address = `/exams/${examId}/review${queueQuery({ state: "all", level: "all", isFlagged: true })}`;
  return (
    <div class="flex flex-col gap-2">
      <DataTable
        label={words.title}
        columns={[
          { label: words.source },
          { label: words.confirmed, numeric: true },
          { label: words.dismissed, numeric: true },
          { label: words.open, numeric: true },
          { label: words.share, numeric: true },
        ]}
        rows={flags.map(({ source, confirmed, dismissed, open, share }) => ({
          key: source,
          cells: [
            words.sources[source],
            speaker.number(confirmed),
            speaker.number(dismissed),
            speaker.number(open),
            shareText(confirmed, confirmed + dismissed, share),
          ],
        }))}
        empty={words.none}
      />
      {flags.length > 0 && <p class="text-dense text-ink-soft">{speaker.say(words.few, { n: LEAST_FOR_SHARE })}</p>}
      {flags.some(({ open }) => open > 0) && (
        <a class="inline-flex min-h-6 items-center self-start text-dense text-accent underline" href={address}>
          {words.show}
        </a>
      )}
    </div>
  );
}
