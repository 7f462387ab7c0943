import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { PlotPart } from "../../marking/plot_part.tsx";
import { LEAST_FOR_BARS, SpanBars, sumOf } from "./span_bars.tsx";

/** When and at which question moments were flagged; nothing where none was. */
export function FlagPlots({ overview: { flag_minutes, flag_questions } }: { overview: ExamOverview }) {
  const words = useWords("overview").flags;
  const { speaker } = useSpeech();
  const all = sumOf(flag_minutes.counts);
  if (all === 0) return null;
  if (all < LEAST_FOR_BARS) {
    return (
      <>
        <FlagQuestions told={flag_questions} />
        <p class="text-dense text-ink-soft">{speaker.say(words.fewPlots, { n: LEAST_FOR_BARS })}</p>
      </>
    );
  }
  return (
    <div class="grid gap-4 lg:grid-cols-2">
      <SpanBars words={words} {...flag_minutes} />
      <FlagQuestions told={flag_questions} />
    </div>
  );
}

function FlagQuestions({ told }: { told: ExamOverview["flag_questions"] }) {
  const words = useWords("overview").flags;
  const { speaker } = useSpeech();
  const counts = told.questions.map(({ flags }) => flags);
  const known = sumOf(counts);
  const most = counts.indexOf(Math.max(...counts));
  const table = (
    <>
      <DataTable
        label={words.questionPlot}
        isTall
        columns={[
          { label: words.question },
          { label: words.count, numeric: true },
          { label: words.attempts, numeric: true },
          { label: words.confirmed, numeric: true },
        ]}
        rows={[
          ...told.questions.flatMap(({ question, flags, attempts, confirmed }, index) =>
            flags === 0
              ? []
              : [{ key: question, cells: [index + 1, flags, attempts, confirmed].map((n) => speaker.number(n)) }]
          ),
          ...told.unknown === 0 ? [] : [{ key: "", cells: [words.unknown, speaker.number(told.unknown), "–", "–"] }],
        ]}
        empty=""
      />
      {told.unknown > 0 && <p class="mt-1 text-dense text-ink-soft">{words.unknownHint}</p>}
    </>
  );
  if (known < LEAST_FOR_BARS) return <div class="min-w-0">{table}</div>;
  return (
    <PlotPart
      title={words.questionPlot}
      meaning={words.questionMeaning}
      summary={speaker.say(words.questionSummary, { n: known, question: most + 1, most: counts[most] })}
      plot={{ kind: "bars", labels: counts.map((_, index) => speaker.number(index + 1)), values: counts }}
    >
      {table}
    </PlotPart>
  );
}
