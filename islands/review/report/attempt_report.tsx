import { CATEGORIES, riskLevel } from "../../../protocol/risk.ts";
import { stampText } from "../../../words/zoned_times.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { AccommodationList } from "../../proctor/drawer/accommodation_list.tsx";
import { deedOfAction } from "../../proctor/drawer/deed_of_action.ts";
import { DeedText } from "../../proctor/drawer/deed_text.tsx";
import { StatementList } from "../statement_list.tsx";
import { EvidenceFacts } from "./evidence_facts.tsx";
import { RatesTable } from "./rates_table.tsx";
import { ReasonTable } from "./reason_table.tsx";
import type { AttemptReportData } from "./report_data.ts";
import { Facts, Limits, ReportPart, ReportTable, ReportTop } from "./report_parts.tsx";
import { Bars, RiskFigure } from "./report_plots.tsx";
import { VerdictTable } from "./verdict_table.tsx";

/** Everything that is known of one attempt and may be kept, but for its answers. */
export function AttemptReport({ data }: { data: AttemptReportData }) {
  const words = useWords("report");
  const { title: statementTitle } = useWords("statements");
  const { title: allowanceTitle } = useWords("allowances");
  const { speaker } = useSpeech();
  const { exam, student, attempt } = data;
  const lines = [data.withNotes ? words.withNotes : words.withoutNotes];
  if (!attempt.areEventsKept) lines.push(words.eventsRemoved);
  return (
    <>
      <ReportTop
        exam={exam}
        madeAt={data.madeAt}
        subject={speaker.say(words.attemptOf, { name: student.name, exam: exam.title })}
        lines={lines}
      />
      <ReportPart title={words.facts.title}>
        <AttemptFacts data={data} />
      </ReportPart>
      <ReportPart title={words.course.title}>
        <RiskFigure data={data} />
      </ReportPart>
      <ReportPart title={words.reasons.title}>
        <ReasonTable data={data} />
      </ReportPart>
      <ScoreBars data={data} />
      <ReportPart title={words.flags.title}>
        <FlagTable data={data} />
      </ReportPart>
      <ReportPart title={words.verdicts.title}>
        <VerdictTable data={data} />
      </ReportPart>
      <ReportPart title={statementTitle}>
        <StatementList statements={data.review.statements} timeZone={exam.timeZone} />
      </ReportPart>
      <ReportPart title={allowanceTitle}>
        <AccommodationList accommodations={data.accommodations} declared={data.declared} />
      </ReportPart>
      <ReportPart title={words.actions.title}>
        <ActionTable data={data} />
      </ReportPart>
      <RatesTable rates={data.errorRates} report={data.report} />
      <Limits />
      <EvidenceFacts data={data} />
    </>
  );
}

function AttemptFacts({ data }: { data: AttemptReportData }) {
  const { facts } = useWords("report");
  const { levels } = useWords("page");
  const states = useWords("attemptStates");
  const verdicts = useWords("verdicts");
  const { speaker } = useSpeech();
  const { exam, student, attempt, report, flags, review } = data;
  const at = (ms: number) => stampText(speaker, ms, exam.timeZone);
  const risk = (value: number) =>
    speaker.say(facts.level, { risk: speaker.tenths(value), level: levels[riskLevel(value)] });
  const inState = (state: string) => flags.filter((flag) => flag.state === state).length;
  const counts = { open: inState("open"), confirmed: inState("confirmed"), dismissed: inState("dismissed") };
  const verdict = review.verdict !== null
    ? verdicts[review.verdict]
    : review.proposed_by !== null
    ? speaker.say(facts.waits, { by: review.proposed_by })
    : facts.noVerdict;
  return (
    <Facts
      rows={[
        [facts.student, <bdi key="name">{student.name}</bdi>],
        [facts.number, student.number ?? "–"],
        [facts.exam, <bdi key="exam">{exam.title}</bdi>],
        [facts.code, exam.code],
        [facts.state, states[attempt.state]],
        [facts.began, at(attempt.startedAt)],
        attempt.endedAt === null ? [facts.deadline, at(attempt.deadline)] : [facts.ended, at(attempt.endedAt)],
        [facts.length, clockText(attempt.endT)],
        [facts.batches, speaker.number(attempt.lastSeq)],
        [facts.peak, risk(report.peak)],
        [attempt.endedAt === null ? facts.riskNow : facts.risk, risk(report.risk)],
        [facts.flags, speaker.say(facts.flagCounts, counts)],
        [facts.verdict, verdict],
        [facts.reviewer, review.assigned_to ?? facts.nobody],
      ]}
    />
  );
}

/** Signals and categories as bars, with why one says nothing. */
function ScoreBars({ data: { report, notComparable } }: { data: AttemptReportData }) {
  const words = useWords("report");
  const { signals: why } = useWords("drawer");
  const textOf = useContributionText();
  const { speaker } = useSpeech();
  const row = (name: string, share: number | null) => ({
    name: textOf(name).name,
    share: report.muted.includes(name) ? null : share,
    text: report.muted.includes(name)
      ? why.muted
      : share !== null
      ? speaker.percent(share)
      : notComparable.includes(name)
      ? why.notComparable
      : why.tooLittle,
  });
  const categories = CATEGORIES.map((name) => {
    const score = report.categories[name];
    return row(name, score === null ? null : score / 100);
  });
  return (
    <div class="halves">
      <ReportPart title={words.signals}>
        <Bars rows={Object.entries(report.signals).map(([name, share]) => row(name, share))} />
      </ReportPart>
      <ReportPart title={words.categories}>
        <Bars rows={categories} />
      </ReportPart>
    </div>
  );
}

function FlagTable({ data: { flags, exam, attempt } }: { data: AttemptReportData }) {
  const words = useWords("report");
  const { flags: states } = useWords("drawer");
  const { noFlags } = useWords("review");
  const { speaker } = useSpeech();
  if (flags.length === 0) return <p>{noFlags}</p>;
  return (
    <ReportTable
      label={words.flags.title}
      columns={[
        { label: words.reasons.examTime },
        { label: words.reasons.clockTime },
        { label: words.flags.flag },
        { label: words.flags.by },
        { label: words.flags.outcome },
      ]}
      rows={flags.map(({ t, note, by, state }) => [
        clockText(t),
        stampText(speaker, attempt.startedAt + t, exam.timeZone),
        <bdi key="note">{note === "" ? states.flagged : note}</bdi>,
        by === "rule" ? words.flags.rule : <bdi key="by">{by}</bdi>,
        states[state],
      ])}
    />
  );
}

function ActionTable({ data: { actions, exam, kept } }: { data: AttemptReportData }) {
  const { actions: words } = useWords("report");
  const { notApplied } = useWords("drawer");
  const { speaker } = useSpeech();
  return (
    <>
      <ReportTable
        label={words.title}
        columns={[{ label: words.at }, { label: words.what }]}
        rows={actions.map((action) => [
          stampText(speaker, action.at, exam.timeZone),
          <DeedText key="deed" deed={deedOfAction(action)} />,
        ])}
      />
      {kept !== null && <p>{speaker.say(notApplied, { edits: kept.edits, characters: kept.characters })}</p>}
    </>
  );
}
