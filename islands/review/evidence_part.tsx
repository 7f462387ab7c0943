import { useMemo } from "preact/hooks";
import type { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { useSpeech, useWords } from "../components/speech.tsx";
import { Contributions } from "../proctor/drawer/contributions.tsx";
import { DrawerPart } from "../proctor/drawer/drawer_part.tsx";
import { Flags } from "../proctor/drawer/flags.tsx";
import { RiskChart } from "../proctor/drawer/risk_chart.tsx";
import { type Span, useRiskMarks } from "../proctor/drawer/risk_marks.tsx";
import { SignalTable } from "../proctor/drawer/signal_table.tsx";

interface EvidencePartProps {
  detail: AttemptDetail;
  /** Of the attempt's endpoint. */
  path: string;
  onDecided: () => void;
  /** Leads to where the replay shows a stretch of time. */
  onEvents: (span: Span) => void;
}

/** What the score rests on, as in the room's drawer: flags to be decided on, shares with reasons, course, signals. */
export function EvidencePart({ detail, path, onDecided, onEvents }: EvidencePartProps) {
  const { report, reasons, timeline, flags } = detail;
  const words = useWords("drawer").why;
  const { chart } = useWords("drawer");
  const { noFlags } = useWords("review");
  const { speaker } = useSpeech();
  const marksOf = useRiskMarks();
  const marks = useMemo(() => marksOf(detail), [detail]);
  const lines = useMemo(() => [{ label: chart.risk, colour: "accent" as const, points: timeline }], [timeline]);
  const summary = speaker.say(words.courseSummary, { now: Math.round(report.risk), peak: Math.round(report.peak) });
  return (
    <div class="flex flex-col gap-6">
      <DrawerPart title={words.flags}>
        {flags.length === 0
          ? <p class="text-sm text-ink-soft">{noFlags}</p>
          : <Flags flags={flags} path={path} onDecided={onDecided} />}
      </DrawerPart>
      <DrawerPart title={words.shares}>
        <Contributions {...{ report, reasons, onEvents }} />
      </DrawerPart>
      <DrawerPart title={words.course}>
        {timeline.length < 2
          ? <p class="text-sm text-ink-soft">{words.courseLater}</p>
          : <RiskChart {...{ lines, marks, summary, onEvents }} />}
      </DrawerPart>
      <DrawerPart title={words.signals}>
        <SignalTable report={report} notComparable={detail.not_comparable} />
      </DrawerPart>
    </div>
  );
}
