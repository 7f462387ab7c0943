import { useEffect, useMemo, useState } from "preact/hooks";
import { ExamOverview } from "../../../protocol/exam_overview.ts";
import { DataTable } from "../../components/data_table.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { clockText } from "../../components/time_text.ts";
import { callStaff } from "../../staff/staff_api.ts";
import { questionMeasures } from "./question_measures.ts";
import type { Recording } from "./replay_source.ts";

interface QuestionTableProps {
  recording: Recording;
  /** Of the exam's endpoint, whose overview says what is usual; left out where nothing is to be told of others. */
  base?: string;
}

/** Of fewer students nothing is called usual. */
const LEAST_USUAL = 5;

type Quarters = readonly [number, number, number];

/** Quarters of the exam's students by the time on a question, s, and by the length of its answer; null for too few. */
type Usual = ReadonlyMap<string, { seconds: Quarters | null; characters: Quarters | null }>;

/**
 * The questions of this attempt beside each other, each measure in its own column of bars, and the time beside what is usual in
 * this exam: where the work on one differs from that on the others. A place to look, no judgement.
 */
export function QuestionTable({ recording, base }: QuestionTableProps) {
  const [usual, setUsual] = useState<Usual>(new Map());
  const [isAsked, setAsked] = useState(false);
  const words = useWords("replay").measures;
  const { speaker } = useSpeech();
  const measures = useMemo(() => questionMeasures(recording), [recording]);

  useEffect(() => {
    if (base === undefined) return;
    void (async () => {
      const outcome = await callStaff({ method: "GET", path: `${base}/overview`, answer: ExamOverview });
      // Without it the attempt stands by itself, as where too few have finished.
      if (!outcome.ok) return;
      setUsual(usualOf(outcome.value));
      setAsked(true);
    })();
  }, [base]);

  if (measures.length < 2) return null;
  const most = (of: (measure: (typeof measures)[number]) => number) => Math.max(1, ...measures.map(of));
  const mostMs = most(({ inViewMs }) => inViewMs);
  const mostKeys = most(({ keysPerMinute }) => keysPerMinute ?? 0);
  const mostWritten = most(({ written }) => written ?? 0);
  const mostArrived = most(({ arrived }) => arrived);
  return (
    <details class="border-t border-line pt-3 text-dense">
      <summary class="cursor-pointer font-semibold">{words.title}</summary>
      <p class="py-2 text-ink-soft">{words.lead}</p>
      {isAsked && [...usual.values()].every(({ seconds, characters }) => seconds === null && characters === null) && (
        <p class="pb-2 text-ink-soft">{speaker.say(words.fewUsual, { n: LEAST_USUAL })}</p>
      )}
      <DataTable
        label={words.title}
        isTall={measures.length > 12}
        columns={[
          { label: words.question },
          { label: words.inView },
          { label: words.away },
          { label: words.keys },
          { label: words.arrived },
          { label: words.written },
        ]}
        rows={measures.map(({ question, inViewMs, awayMs, keysPerMinute, arrived, written }, index) => {
          const { seconds: quarters = null, characters = null } = usual.get(question) ?? {};
          return {
            key: question,
            cells: [
              speaker.number(index + 1),
              <Bar key="view" share={inViewMs / mostMs} text={inViewMs === 0 ? "–" : clockText(inViewMs)}>
                {quarters !== null &&
                  speaker.say(words.usual, {
                    low: clockText(quarters[0] * 1_000),
                    high: clockText(quarters[2] * 1_000),
                  })}
              </Bar>,
              <Bar key="away" share={awayMs / mostMs} text={awayMs === 0 ? "–" : clockText(awayMs)} />,
              <Bar
                key="keys"
                share={(keysPerMinute ?? 0) / mostKeys}
                text={keysPerMinute === null ? "–" : speaker.number(Math.round(keysPerMinute))}
              />,
              <Bar key="arrived" share={arrived / mostArrived} text={arrived === 0 ? "–" : speaker.number(arrived)} />,
              <Bar key="written" share={(written ?? 0) / mostWritten} text={written ? speaker.number(written) : "–"}>
                {characters !== null &&
                  speaker.say(words.usual, { low: speaker.number(characters[0]), high: speaker.number(characters[2]) })}
              </Bar>,
            ],
          };
        })}
        empty=""
      />
    </details>
  );
}

/** A number with a bar as long as its share of the largest in its column, for the eye alone. */
function Bar({ share, text, children }: { share: number; text: string; children?: string | false }) {
  return (
    <span class="flex min-w-24 flex-col gap-0.5">
      <span class="tabular-nums">{text}</span>
      <span aria-hidden="true" class="h-1 w-full rounded-sm bg-sunken">
        <span class="block h-full rounded-sm bg-accent" style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      {children && <span class="whitespace-nowrap text-xs text-ink-soft">{children}</span>}
    </span>
  );
}

function usualOf({ questions }: ExamOverview): Usual {
  return new Map(questions.map(({ question, n, quartile_seconds, written, quartile_characters }) => [question, {
    seconds: n < LEAST_USUAL ? null : quartile_seconds,
    characters: written < LEAST_USUAL ? null : quartile_characters,
  }]));
}
