import { useMemo } from "preact/hooks";
import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { DrawerPart } from "./drawer_part.tsx";
import { RiskChart } from "./risk_chart.tsx";
import { type Span, useRiskMarks } from "./risk_marks.tsx";
import { SignalTable } from "./signal_table.tsx";

interface RiskPartsProps {
  detail: AttemptDetail;
  /** Shows the events of a stretch of time. */
  onEvents: (span: Span) => void;
}

/** The course of the risk with what stands on it, and the signals: in the room's drawer and in the review. */
export function RiskParts({ detail, onEvents }: RiskPartsProps) {
  const { report, timeline } = detail;
  const { chart, why: words } = useWords("drawer");
  const { speaker } = useSpeech();
  const marksOf = useRiskMarks();
  const marks = useMemo(() => marksOf(detail), [detail]);
  const lines = useMemo(() => [{ label: chart.risk, colour: "accent" as const, points: timeline }], [timeline]);
  const summary = speaker.say(words.courseSummary, { now: Math.round(report.risk), peak: Math.round(report.peak) });
  return (
    <>
      <DrawerPart title={words.course}>
        {timeline.length < 2
          ? <p class="text-sm text-ink-soft">{words.courseLater}</p>
          : <RiskChart {...{ lines, marks, summary, onEvents }} />}
      </DrawerPart>
      <DrawerPart title={words.signals}>
        <SignalTable
          report={report}
          notComparable={detail.not_comparable}
          isElsewhere={Boolean(detail.student.watched_by)}
        />
      </DrawerPart>
    </>
  );
}
