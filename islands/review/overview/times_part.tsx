import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { PlotPart } from "../../marking/plot_part.tsx";

/** How long each question was in view. */
export function TimesPart({ overview: { attempts, questions, times_of } }: { overview: ExamOverview }) {
  const words = useWords("overview").times;
  const { speaker } = useSpeech();
  if (questions.every(({ quartile_seconds }) => quartile_seconds === null)) {
    return <p class="text-sm text-ink-soft">{words.none}</p>;
  }
  const medians = questions.map(({ quartile_seconds }) => quartile_seconds?.[1] ?? 0);
  const longest = medians.indexOf(Math.max(...medians));
  const spanText = (seconds: number) => speaker.span(seconds * 1_000);
  return (
    <>
      <PlotPart
        title={words.plot}
        meaning={words.meaning}
        summary={speaker.say(words.summary, {
          n: questions.length,
          question: longest + 1,
          span: spanText(medians[longest]),
        })}
        plot={{
          kind: "bars",
          labels: questions.map((_, index) => speaker.number(index + 1)),
          values: medians,
          unit: words.seconds,
        }}
      >
        <DataTable
          label={words.plot}
          isTall
          columns={[
            { label: words.question, numeric: true },
            { label: words.n, numeric: true },
            { label: words.median, numeric: true },
            { label: words.middle, numeric: true },
          ]}
          rows={questions.map(({ question, n, quartile_seconds }, index) => ({
            key: question,
            cells: [
              speaker.number(index + 1),
              speaker.number(n),
              ...quartile_seconds === null ? ["–", "–"] : [
                spanText(quartile_seconds[1]),
                speaker.say(words.fromTo, { from: spanText(quartile_seconds[0]), to: spanText(quartile_seconds[2]) }),
              ],
            ],
          }))}
          empty=""
        />
      </PlotPart>
      {times_of < attempts && (
        <p class="text-dense text-ink-soft">{speaker.say(words.kept, { n: times_of, all: attempts })}</p>
      )}
    </>
  );
}
