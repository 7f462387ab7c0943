import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { PlotPart } from "../../marking/plot_part.tsx";
import { useSpanText } from "./span_text.ts";

/** Fewer than this are no distribution. */
export const LEAST_FOR_BARS = 5;

interface SpanWords {
  plot: string;
  meaning: string;
  summary: string;
  count: string;
}

interface SpanBarsProps {
  words: SpanWords;
  /** Minutes that each count is of. */
  width: number;
  counts: readonly number[];
  /** A further column of the table: what it is called, and its figures by span. */
  further?: { label: string; counts: readonly number[] };
}

/** The sum of some counts. */
export const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Something by the exam's minute: bars, and the same as a table. */
export function SpanBars({ words, width, counts, further }: SpanBarsProps) {
  const { speaker } = useSpeech();
  const spanText = useSpanText(width);
  const most = counts.indexOf(Math.max(...counts));
  return (
    <PlotPart
      title={words.plot}
      meaning={words.meaning}
      summary={speaker.say(words.summary, { n: sumOf(counts), span: spanText(most), most: counts[most] })}
      plot={{
        kind: "bars",
        labels: counts.map((_, index) => speaker.number(index * width + 1)),
        values: counts,
      }}
    >
      <SpanTable words={words} width={width} counts={counts} further={further} />
    </PlotPart>
  );
}

/** The same as a table alone: of what is too little to be drawn. */
export function SpanTable({ words, width, counts, further }: SpanBarsProps) {
  const { when } = useWords("overview").flags;
  const { speaker } = useSpeech();
  const spanText = useSpanText(width);
  return (
    <DataTable
      label={words.plot}
      isTall
      columns={[
        { label: when },
        { label: words.count, numeric: true },
        ...further === undefined ? [] : [{ label: further.label, numeric: true }],
      ]}
      rows={counts.flatMap((count, index) =>
        count === 0 ? [] : [{
          key: String(index),
          cells: [
            spanText(index),
            speaker.number(count),
            ...further === undefined ? [] : [speaker.number(further.counts[index])],
          ],
        }]
      )}
      empty=""
    />
  );
}
