import type { MarkedQuestion } from "../../protocol/marking.ts";
import { isOver } from "../../protocol/exam.ts";
import type { AttemptMarks, ExamMarks, ExamStatistics } from "../../protocol/marks.ts";
import { maxOfMarks } from "../../protocol/max_of_marks.ts";
import { listText } from "../../words/lists.ts";
import { DataTable } from "../components/data_table.tsx";
import type { AuthoredText } from "../components/rich_text.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { unmarkedText } from "../components/unmarked_text.ts";
import { PlotPart } from "./plot_part.tsx";
import { type Bin, scoreBins } from "./score_bins.ts";

/** Below so many attempts that are marked in full, a correlation says nothing. */
const FEW = 10;

/** Fewer scores than this are said one by one: as bars they would be a few among gaps. */
const LEAST_FOR_BARS = 5;

interface StatisticsPartProps {
  marks: ExamMarks;
  statistics: ExamStatistics;
  questions: readonly MarkedQuestion[];
}

/** What an exam came to: figures with a plain sentence each, and plots with their tables. */
export function StatisticsPart({ marks, statistics, questions }: StatisticsPartProps) {
  const words = useWords("results").figures;
  const { speaker } = useSpeech();
  const { n, mean, sd, alpha, items } = statistics;
  if (items.every((item) => item.n === 0)) return <p class="text-sm text-ink-soft">{words.none}</p>;
  const isFew = n < FEW;
  const wholes = new Set(marks.attempts.filter(isWhole).map((one) => maxOfMarks(one.marks)));
  /** Where papers differ in what they give, a mean is out of nothing. */
  const meanText = (mean: number) => {
    const [max, ...others] = wholes;
    if (max === undefined || others.length > 0) return speaker.number(mean);
    return speaker.say(words.meanOf, { mean: speaker.number(mean), max: speaker.number(max) });
  };
  const figures = [
    { name: words.n, value: speaker.number(n), meaning: words.nMeaning },
    { name: words.mean, value: mean === null ? null : meanText(mean), meaning: words.meanMeaning },
    { name: words.sd, value: sd === null ? null : speaker.number(sd), meaning: words.sdMeaning },
    {
      name: words.alpha,
      value: alpha === null || isFew ? null : speaker.number(alpha),
      meaning: isFew ? speaker.say(words.fewMeaning, { n: FEW }) : words.alphaMeaning,
    },
  ];
  return (
    <div class="flex flex-col gap-4">
      <dl class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {figures.map(({ name, value, meaning }) => (
          <div key={name} class="flex flex-col gap-1 rounded-lg border border-line bg-raised p-4">
            <dt class="text-dense font-medium text-ink-soft">{name}</dt>
            <dd class="text-lg font-semibold tabular-nums">{value ?? words.few}</dd>
            <dd class="text-dense text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
      <div class="grid gap-4 lg:grid-cols-2">
        {n > 0 && <Scores marks={marks} />}
        <Items items={items} questions={questions} isFew={isFew} />
        <Times items={items} questions={questions} />
        <Choices items={items} questions={questions} />
      </div>
    </div>
  );
}

function Scores({ marks }: { marks: ExamMarks }) {
  const words = useWords("results").plots;
  const { speaker } = useSpeech();
  const whole = marks.attempts.filter(isWhole);
  const totals = whole.map(({ total }) => total);
  if (totals.length < LEAST_FOR_BARS) {
    const each = totals.toSorted((a, b) => a - b).map((total) => speaker.number(total));
    return (
      <section class="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-raised p-4 lg:col-span-2">
        <h3 class="font-semibold">{words.scores}</h3>
        <p class="text-sm">
          {speaker.say(words.scoresEach, { n: totals.length, scores: listText(speaker.language, each) })}
        </p>
        <p class="text-sm text-ink-soft">{speaker.say(words.scoresFew, { n: LEAST_FOR_BARS })}</p>
      </section>
    );
  }
  const bins = scoreBins(totals, Math.max(marks.max, ...whole.map((one) => maxOfMarks(one.marks))));
  const last = bins[bins.length - 1];
  const range = (bin: Bin) =>
    speaker.say(bin === last ? words.range : words.rangeBelow, {
      from: speaker.number(bin.from),
      to: speaker.number(bin.to),
    });
  const fullest = bins.reduce((most, bin) => bin.count > most.count ? bin : most);
  return (
    <PlotPart
      title={words.scores}
      meaning={words.scoresMeaning}
      summary={speaker.say(words.scoresSummary, {
        least: speaker.number(Math.min(...totals)),
        most: speaker.number(Math.max(...totals)),
        range: range(fullest),
      })}
      plot={{
        kind: "bars",
        labels: bins.map((bin) => `${speaker.number(bin.from)}–${bin === last ? "" : "<"}${speaker.number(bin.to)}`),
        values: bins.map(({ count }) => count),
      }}
    >
      <DataTable
        label={words.scores}
        columns={[{ label: words.from }, { label: words.students, numeric: true }]}
        rows={bins.map((bin) => ({ key: String(bin.from), cells: [range(bin), speaker.number(bin.count)] }))}
        empty=""
      />
    </PlotPart>
  );
}

/** Whether an attempt's total counts in the statistics: it is over and marked in full. */
function isWhole({ complete, state }: AttemptMarks): boolean {
  return complete && isOver(state);
}

type Items = { items: ExamStatistics["items"]; questions: readonly MarkedQuestion[] };

function Items({ items, questions, isFew }: Items & { isFew: boolean }) {
  const words = useWords("results").plots;
  const { few, fewMeaning } = useWords("results").figures;
  const { speaker } = useSpeech();
  const shown = (value: number | null) => value === null ? words.unknown : speaker.number(value);
  const table = (
    <DataTable
      label={words.items}
      isTall
      columns={[
        { label: words.question, numeric: true },
        { label: words.text },
        { label: words.marked, numeric: true },
        { label: words.difficulty, numeric: true },
        { label: words.discrimination, numeric: true },
      ]}
      rows={items.map((item, index) => ({
        key: item.question,
        cells: [
          speaker.number(index + 1),
          <QuestionText key="text" question={questions[index]} />,
          speaker.number(item.n),
          shown(item.difficulty),
          isFew ? <span key="few" class="text-ink-soft">{few}</span> : shown(item.discrimination),
        ],
      }))}
      empty=""
    />
  );
  const dots = items.flatMap(({ difficulty, discrimination }, index) =>
    difficulty === null || discrimination === null
      ? []
      : [{ x: difficulty, y: discrimination, label: speaker.number(index + 1) }]
  );
  if (isFew || dots.length === 0) {
    return (
      <section class="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-raised p-4 lg:col-span-2">
        <h3 class="font-semibold">{words.items}</h3>
        <p class="text-sm text-ink-soft">{words.difficultyMeaning} {isFew && speaker.say(fewMeaning, { n: FEW })}</p>
        {table}
      </section>
    );
  }
  return (
    <PlotPart
      title={words.items}
      meaning={words.itemsMeaning}
      summary={speaker.say(words.itemsSummary, { n: dots.length })}
      plot={{
        kind: "dots",
        x: { label: words.difficulty, range: [0, 1.05] },
        y: { label: words.discrimination, range: [Math.min(0, ...dots.map(({ y }) => y)) - 0.1, 1.05] },
        dots,
      }}
    >
      {table}
    </PlotPart>
  );
}

function QuestionText({ question }: { question: MarkedQuestion | undefined }) {
  return <bdi class="line-clamp-2 min-w-40 wrap-anywhere">{question && unmarkedText(question)}</bdi>;
}

function Times({ items, questions }: Items) {
  const words = useWords("results").plots;
  const { speaker } = useSpeech();
  const seen = items.filter(({ median_seconds: seconds }) => seconds !== null);
  if (seen.length === 0) return null;
  return (
    <PlotPart
      title={words.time}
      meaning={words.timeMeaning}
      summary={speaker.say(words.timeSummary, { n: seen.length })}
      plot={{
        kind: "bars",
        labels: items.map((_, index) => speaker.number(index + 1)),
        values: items.map(({ median_seconds: seconds }) => seconds ?? 0),
        unit: words.secondsAxis,
      }}
    >
      <DataTable
        label={words.time}
        isTall
        columns={[{ label: words.question, numeric: true }, { label: words.text }, {
          label: words.seconds,
          numeric: true,
        }]}
        rows={items.map(({ question, median_seconds: seconds }, index) => ({
          key: question,
          cells: [
            speaker.number(index + 1),
            <QuestionText key="text" question={questions[index]} />,
            seconds === null ? words.unknown : speaker.span(seconds * 1_000),
          ],
        }))}
        empty=""
      />
    </PlotPart>
  );
}

function Choices({ items, questions }: Items) {
  const words = useWords("results").plots;
  const result = useWords("result");
  const { speaker } = useSpeech();
  const chosen = items.flatMap(({ question, choices }, index) =>
    choices === undefined ? [] : [{ question, choices, index }]
  );
  if (chosen.length === 0) return null;
  const textOf = (index: number, id: string): AuthoredText => {
    const { type, choices = {}, choices_html: html = {} } = questions[index] ?? {};
    if (type === "true_false") return { text: id === "true" ? result.yes : result.no };
    return { text: Object.hasOwn(choices, id) ? choices[id] : id, ...(Object.hasOwn(html, id) && { html: html[id] }) };
  };
  return (
    <section class="flex min-w-0 flex-col gap-2 rounded-lg border border-line bg-raised p-4 lg:col-span-2">
      <h3 class="font-semibold">{words.choices}</h3>
      <p class="text-sm text-ink-soft">{words.choicesMeaning}</p>
      <DataTable
        label={words.choices}
        isTall
        columns={[{ label: words.question, numeric: true }, { label: words.choice }, {
          label: words.chosen,
          numeric: true,
        }]}
        rows={chosen.flatMap(({ question, choices, index }) =>
          Object.entries(choices).map(([id, count], at) => ({
            key: `${question} ${id}`,
            cells: [
              at === 0 ? speaker.number(index + 1) : "",
              <bdi key="choice" class="line-clamp-2 min-w-40 wrap-anywhere">{unmarkedText(textOf(index, id))}</bdi>,
              speaker.number(count),
            ],
          }))
        )}
        empty=""
      />
    </section>
  );
}
