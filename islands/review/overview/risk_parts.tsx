import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { type RiskLevel, RiskLevel as Levels } from "../../../protocol/risk.ts";
import { DataTable } from "../../components/data_table.tsx";
import { LevelBadge } from "../../components/level_badge.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { PlotPart } from "../../marking/plot_part.tsx";
import { queueQuery } from "../queue_order.ts";
import { LEAST_FOR_BARS } from "./span_bars.tsx";

interface PartProps {
  examId: string;
  overview: ExamOverview;
}

/** How high the risk went: a figure for each level, which leads to those attempts, and the distribution. */
export function PeaksPart({ examId, overview }: PartProps) {
  const words = useWords("overview").peaks;
  const { speaker } = useSpeech();
  const { attempts, levels, peaks, taken_over, ended_by, under_way } = overview;
  const address = (level: RiskLevel) =>
    `/exams/${examId}/review${queueQuery({ state: "all", level, isFlagged: false })}`;
  const range = (index: number) =>
    index === 0
      ? speaker.say(words.rangeFirst, { to: 10 })
      : speaker.say(words.range, { from: index * 10, to: (index + 1) * 10 });
  const most = peaks.indexOf(Math.max(...peaks));
  const others = [
    under_way > 0 && speaker.say(words.underWay, { n: under_way }),
    taken_over > 0 && speaker.say(words.takenOver, { n: taken_over }),
    ended_by.deadline > 0 && speaker.say(words.byDeadline, { n: ended_by.deadline }),
    ended_by.proctor > 0 && speaker.say(words.byProctor, { n: ended_by.proctor }),
    ended_by.risk > 0 && speaker.say(words.byRisk, { n: ended_by.risk }),
  ].filter((line) => line !== false);
  return (
    <div class="flex flex-col gap-4">
      <ul class="grid gap-3 sm:grid-cols-3">
        {Levels.options.toReversed().map((level) => (
          <li key={level} class="flex flex-col items-start gap-1 rounded-lg border border-line bg-raised p-4">
            <LevelBadge level={level} />
            <p class="text-lg font-semibold tabular-nums">
              {speaker.say(words.ofAll, { n: levels[level], all: attempts })}
            </p>
            {levels[level] === 0
              ? <p class="inline-flex min-h-6 items-center text-dense text-ink-soft">{words.nobody}</p>
              : (
                <a class="inline-flex min-h-6 items-center text-dense text-accent underline" href={address(level)}>
                  {words.show}
                </a>
              )}
          </li>
        ))}
      </ul>
      {attempts < LEAST_FOR_BARS
        ? <p class="text-sm text-ink-soft">{speaker.say(words.few, { n: LEAST_FOR_BARS })}</p>
        : (
          <PlotPart
            title={words.plot}
            meaning={words.meaning}
            summary={speaker.say(words.summary, { n: attempts, range: range(most), most: peaks[most] })}
            plot={{ kind: "bars", labels: peaks.map((_, index) => speaker.number((index + 1) * 10)), values: peaks }}
          >
            <DataTable
              label={words.plot}
              columns={[{ label: words.peak }, { label: words.attempts, numeric: true }]}
              rows={peaks.map((count, index) => ({
                key: String(index),
                cells: [range(index), speaker.number(count)],
              }))}
              empty=""
            />
          </PlotPart>
        )}
      {others.length > 0 && (
        <ul class="flex flex-col gap-1 text-sm text-ink-soft">{others.map((line) => <li key={line}>{line}</li>)}</ul>
      )}
    </div>
  );
}
