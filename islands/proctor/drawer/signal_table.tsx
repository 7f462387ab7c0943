import { CATEGORIES, type RiskReport } from "../../../protocol/risk.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../contribution_text.ts";

interface SignalTableProps {
  report: RiskReport;
  /** Names of signals that say nothing though there is enough. */
  notComparable: readonly string[];
  /** Whether it is written on pages of others, where answers are not captured. */
  isElsewhere?: boolean;
}

/** Signals that go by the text of answers. */
const OF_ANSWERS: readonly string[] = ["external_text", "transcription"];

/** Every signal and category: how strong it is, or why it says nothing. */
export function SignalTable({ report, notComparable, isElsewhere = false }: SignalTableProps) {
  const words = useWords("drawer").signals;
  return (
    <ul class="flex flex-col">
      {Object.entries(report.signals).map(([name, share]) => (
        <Line
          key={name}
          name={name}
          share={share}
          isMuted={report.muted.includes(name)}
          isIncomparable={notComparable.includes(name)}
          isElsewhere={isElsewhere && OF_ANSWERS.includes(name)}
        />
      ))}
      {CATEGORIES.map((name) => {
        const score = report.categories[name];
        return (
          <Line
            key={name}
            name={name}
            meaning={words.category}
            share={score === null ? null : score / 100}
            isMuted={report.muted.includes(name)}
          />
        );
      })}
    </ul>
  );
}

interface LineProps {
  name: string;
  /** What it stands for, where its name does not tell. */
  meaning?: string;
  share: number | null;
  isMuted: boolean;
  isIncomparable?: boolean;
  /** Whether it goes by answers that are written elsewhere. */
  isElsewhere?: boolean;
}

function Line({ name, meaning, share, isMuted, isIncomparable = false, isElsewhere = false }: LineProps) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").signals;
  const text = useContributionText()(name);
  return (
    <li
      class="grid grid-cols-[9rem_minmax(0,1fr)_auto] items-center gap-3 border-t border-line py-1.5 text-dense first:border-t-0"
      title={meaning ?? text.meaning}
    >
      <span>{text.name}</span>
      {isMuted
        ? <span class="col-span-2 text-end text-ink-soft">{words.muted}</span>
        : share === null
        ? (
          <span class="col-span-2 text-end text-ink-soft">
            {isElsewhere ? words.elsewhere : isIncomparable ? words.notComparable : words.tooLittle}
          </span>
        )
        : (
          <>
            <meter
              class="points-meter block h-1 w-full"
              min={0}
              max={1}
              value={share}
              aria-label={speaker.say(words.strength, { name: text.name })}
            />
            <span class="w-12 whitespace-nowrap text-end font-medium tabular-nums">{speaker.percent(share)}</span>
          </>
        )}
    </li>
  );
}
