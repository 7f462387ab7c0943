import { stampText } from "../../../words/zoned_times.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useContributionText } from "../../proctor/contribution_text.ts";
import type { AttemptReportData } from "./report_data.ts";
import { ReportTable } from "./report_parts.tsx";

/** Every verdict, the oldest first: a report leaves none out. */
export function VerdictTable({ data: { verdicts, flags, exam } }: { data: AttemptReportData }) {
  const { verdicts: words } = useWords("report");
  const { verdict: review } = useWords("review");
  const names = useWords("verdicts");
  const textOf = useContributionText();
  const { speaker } = useSpeech();
  if (verdicts.length === 0) return <p>{words.none}</p>;
  const reasonText = (reason: string) => {
    const flag = flags.find(({ flag_id }) => flag_id === reason);
    if (flag === undefined) return textOf(reason).name;
    return speaker.say(review.flagAt, { time: clockText(flag.t), note: flag.note || review.flagged });
  };
  return (
    <>
      <ReportTable
        label={words.title}
        columns={[{ label: words.at }, { label: words.by }, { label: words.verdict }, { label: words.rests }]}
        rows={verdicts.map(({ at, by, verdict, reasons, note }) => [
          stampText(speaker, at, exam.timeZone),
          <bdi key="by">{by}</bdi>,
          <b key="verdict">{names[verdict]}</b>,
          <span key="rests">
            {reasons.map(reasonText).join("; ") || "–"}
            {note !== "" && <span class="note" dir="auto">{note}</span>}
          </span>,
        ])}
      />
      <p class="soft">{words.all}</p>
    </>
  );
}
