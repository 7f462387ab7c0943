import { zonedTimeText } from "../../../words/zoned_times.ts";
import { listedShares } from "../../components/listed_shares.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useContributionText } from "../../proctor/contribution_text.ts";
import type { AttemptReportData } from "./report_data.ts";
import { ReportTable } from "./report_parts.tsx";

/** The shares of the risk: what was measured behind each, and when, by the exam's clock and by the wall's. */
export function ReasonTable({ data: { report, reasons, told, attempt, exam } }: { data: AttemptReportData }) {
  const words = useWords("report").reasons;
  const { why, shares } = useWords("drawer");
  const { kinds } = useWords("contributions");
  const { levels } = useWords("page");
  const textOf = useContributionText();
  const { speaker } = useSpeech();
  if (report.risk === 0 || report.contributions.length === 0) return <p>{shares.none}</p>;
  const { shown, rest } = listedShares(report.contributions, reasons);
  const span = (from: number, to: number, text: (t: number) => string) => {
    const [first, last] = [text(from), text(to)];
    return first === last ? first : `${first} – ${last}`;
  };
  const rows = shown.map(({ share: { name, category, points }, reason }) => {
    const from = reason.from_t;
    const to = reason.to_t ?? from;
    const clock = (t: number) => zonedTimeText(speaker, attempt.startedAt + t, exam.timeZone);
    return [
      <span key="share">
        <b>{textOf(name).name}</b> <span class="soft">{kinds[category]}</span>
      </span>,
      speaker.tenths(points),
      <span key="seen">
        {reason.seen}
        {reason.usual !== null && <span class="soft">{` ${speaker.say(words.usual, { usual: reason.usual })}`}</span>}
      </span>,
      from === null || to === null ? "–" : span(from, to, clockText),
      from === null || to === null ? "–" : span(from, to, clock),
    ];
  });
  if (rest.count > 0) {
    rows.push([speaker.count(rest.count, "smallerShares"), speaker.tenths(rest.points), "", "–", "–"]);
  }
  return (
    <>
      <p>{speaker.say(words.lead, { risk: speaker.tenths(report.risk) })}</p>
      <ReportTable
        label={words.title}
        columns={[
          { label: words.share },
          { label: words.points, isNumber: true },
          { label: words.seen },
          { label: words.examTime },
          { label: words.clockTime },
        ]}
        rows={rows}
        foot={[words.sum, speaker.tenths(report.risk), "", "", ""]}
      />
      {told !== null && (
        <p>
          {speaker.say(why.told, {
            version: told.scorer_version,
            risk: Math.round(told.risk),
            level: levels[told.level],
            now: report.scorer_version,
          })}
        </p>
      )}
    </>
  );
}
