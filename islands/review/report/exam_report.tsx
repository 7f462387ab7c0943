import { VerdictWord } from "../../../protocol/verdict_word.ts";
import { stampText } from "../../../words/zoned_times.ts";
import { LevelShape } from "../../components/level_badge.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { FlagQuestionTable, LossTable, SignalFlagTable } from "./incident_tables.tsx";
import { RatesTable } from "./rates_table.tsx";
import type { ExamReportData } from "./report_data.ts";
import { Facts, Limits, ReportPart, ReportTable, ReportTop } from "./report_parts.tsx";
import { Bars, PeakFigure } from "./report_plots.tsx";

/** Characters of a hash by which it is told from others. */
const HASH_BEGIN = 8;

/** All attempts of an exam in one file: how their risks lie, what came up when, what was decided, and who handled what. */
export function ExamReport({ data }: { data: ExamReportData }) {
  const words = useWords("report");
  const { exam, rows, incidents, key } = data;
  return (
    <>
      <ReportTop exam={exam} madeAt={data.madeAt} subject={exam.title} lines={[words.noAnswers]} />
      <ReportPart title={words.exam.overview}>
        <ExamFacts data={data} />
      </ReportPart>
      {rows.length > 0 && (
        <div class="halves">
          <ReportPart title={words.exam.peaks}>
            <PeakFigure peaks={rows.map(({ peak }) => peak)} />
          </ReportPart>
          <ReportPart title={words.exam.verdictsTitle}>
            <VerdictBars data={data} />
          </ReportPart>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <FlagQuestionTable told={incidents.flag_questions} />
          <SignalFlagTable told={incidents.signal_flags} />
          <LossTable told={incidents.losses} all={rows.length} />
        </>
      )}
      <ReportPart title={words.exam.handled}>
        <HandledTable data={data} />
      </ReportPart>
      <ReportPart title={words.exam.all}>
        <AttemptTable data={data} />
      </ReportPart>
      <RatesTable rates={data.errorRates} />
      <Limits />
      <ReportPart title={words.evidence.title}>
        <Facts
          rows={[
            [words.evidence.key, <code key="key">{key.public_key}</code>],
            [words.evidence.keyId, <code key="key_id">{key.key_id}</code>],
          ]}
        />
        <p>{words.exam.logHint}</p>
        <p class="soft">{words.evidence.notSigned}</p>
      </ReportPart>
    </>
  );
}

function ExamFacts({ data: { exam, rows } }: { data: ExamReportData }) {
  const { exam: words, facts } = useWords("report");
  const { speaker } = useSpeech();
  const sum = (count: (row: ExamReportData["rows"][number]) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  const reviewed = { done: rows.filter(({ state }) => state === "done").length, all: rows.length };
  const flags = {
    open: sum((row) => row.flags),
    confirmed: sum((row) => row.confirmed),
    dismissed: sum((row) => row.dismissed),
  };
  return (
    <Facts
      rows={[
        [facts.exam, <bdi key="exam">{exam.title}</bdi>],
        [facts.code, exam.code],
        [words.attempts, speaker.number(rows.length)],
        [words.reviewed, speaker.say(words.reviewedOf, reviewed)],
        [facts.flags, speaker.say(facts.flagCounts, flags)],
        [words.statements, speaker.number(sum(({ statements }) => statements))],
      ]}
    />
  );
}

function VerdictBars({ data: { rows } }: { data: ExamReportData }) {
  const names = useWords("verdicts");
  const { noneYet } = useWords("report").exam;
  const { speaker } = useSpeech();
  const bar = (name: string, n: number) => ({ name, share: n / rows.length, text: speaker.number(n) });
  const given = VerdictWord.options.filter((verdict) => verdict !== "not_reviewed");
  const count = (verdict: VerdictWord) => rows.filter((row) => row.verdict === verdict).length;
  const isOpen = ({ verdict }: { verdict: VerdictWord | null }) => verdict === null || verdict === "not_reviewed";
  return (
    <Bars
      rows={[
        ...given.map((verdict) => bar(names[verdict], count(verdict))),
        bar(noneYet, rows.filter(isOpen).length),
      ]}
    />
  );
}

function HandledTable({ data: { handled } }: { data: ExamReportData }) {
  const { exam: words } = useWords("report");
  const { speaker } = useSpeech();
  if (handled.length === 0) return <p>{words.nobodyHandled}</p>;
  return (
    <ReportTable
      label={words.handled}
      columns={[
        { label: words.account },
        { label: words.verdicts, isNumber: true },
        { label: words.flags, isNumber: true },
        { label: words.alerts, isNumber: true },
        { label: words.interventions, isNumber: true },
        { label: words.ofAttempts, isNumber: true },
      ]}
      rows={handled.map(({ by, verdicts, flags, alerts, interventions, attempts }) => [
        <bdi key="by">{by}</bdi>,
        ...[verdicts, flags, alerts, interventions, attempts].map((n) => speaker.number(n)),
      ])}
    />
  );
}

function AttemptTable({ data: { rows, exam } }: { data: ExamReportData }) {
  const words = useWords("report");
  const states = useWords("attemptStates");
  const verdicts = useWords("verdicts");
  const { states: reviewStates } = useWords("review");
  const { levels } = useWords("page");
  const { speaker } = useSpeech();
  if (rows.length === 0) return <p>{words.exam.none}</p>;
  return (
    <ReportTable
      label={words.exam.all}
      columns={[
        { label: words.exam.name },
        { label: words.exam.number },
        { label: words.exam.began },
        { label: words.exam.state },
        { label: words.exam.peak },
        { label: words.exam.flags3 },
        { label: words.verdicts.verdict },
        { label: words.exam.review },
        { label: words.exam.statements, isNumber: true },
        { label: words.exam.entries },
      ]}
      rows={rows.map((row) => [
        <bdi key="name" class="name">{row.name}</bdi>,
        row.number ?? "–",
        stampText(speaker, row.startedAt, exam.timeZone),
        states[row.attempt_state],
        <span key="peak" class={`level ${row.level}`}>
          <LevelShape level={row.level} class="shape" /> {speaker.tenths(row.peak)} {levels[row.level]}
        </span>,
        [row.flags, row.confirmed, row.dismissed].map((n) => speaker.number(n)).join(" · "),
        row.verdict === null ? "–" : verdicts[row.verdict],
        [reviewStates[row.state], row.assigned_to ?? ""].filter((part) => part !== "").join(", "),
        speaker.number(row.statements),
        <span key="log" class="log">
          {speaker.say(words.exam.log, { n: row.n, chain: row.chain.slice(0, HASH_BEGIN) })}
        </span>,
      ])}
    />
  );
}
