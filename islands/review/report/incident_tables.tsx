import type { ExamOverview } from "../../../protocol/exam_overview.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { LEAST_FOR_SHARE, useShareText } from "../overview/share_text.ts";
import { useSpanText } from "../overview/span_text.ts";
import { ReportPart, ReportTable } from "./report_parts.tsx";

/** At which question moments were flagged. */
export function FlagQuestionTable({ told: { questions, unknown } }: { told: ExamOverview["flag_questions"] }) {
  const words = useWords("overview").flags;
  const { speaker } = useSpeech();
  const rows = questions.flatMap(({ flags, attempts, confirmed }, index) =>
    flags === 0 ? [] : [[index + 1, flags, attempts, confirmed].map((n) => speaker.number(n))]
  );
  if (unknown > 0) rows.push([words.unknown, speaker.number(unknown), "–", "–"]);
  return (
    <ReportPart title={words.questionPlot}>
      {rows.length === 0 ? <p>{words.none}</p> : (
        <ReportTable
          label={words.questionPlot}
          columns={[
            { label: words.question },
            { label: words.count, isNumber: true },
            { label: words.attempts, isNumber: true },
            { label: words.confirmed, isNumber: true },
          ]}
          rows={rows}
        />
      )}
      {unknown > 0 && <p class="soft">{words.unknownHint}</p>}
    </ReportPart>
  );
}

/** What people made of the flags that a signal had a share in. */
export function SignalFlagTable({ told: { signals, unknown } }: { told: ExamOverview["signal_flags"] }) {
  const { signalFlags: words, flags } = useWords("overview");
  const { speaker } = useSpeech();
  const contributionText = useContributionText();
  const shareText = useShareText();
  return (
    <ReportPart title={words.title}>
      <p class="soft">{signals.length === 0 ? words.none : words.lead}</p>
      {signals.length > 0 && (
        <>
          <ReportTable
            label={words.title}
            columns={[
              { label: words.signal },
              { label: words.flags, isNumber: true },
              { label: flags.confirmed, isNumber: true },
              { label: flags.dismissed, isNumber: true },
              { label: flags.open, isNumber: true },
              { label: flags.share, isNumber: true },
            ]}
            rows={signals.map(({ name, flags: n, confirmed, dismissed, open, share }) => [
              contributionText(name).name,
              ...[n, confirmed, dismissed, open].map((count) => speaker.number(count)),
              shareText(confirmed, confirmed + dismissed, share),
            ])}
          />
          <p class="soft">{speaker.say(flags.few, { n: LEAST_FOR_SHARE })}</p>
        </>
      )}
      {unknown > 0 && <p class="soft">{speaker.say(words.unknown, { n: unknown })}</p>}
    </ReportPart>
  );
}

/** When connections were lost. */
export function LossTable({ told: { of, attempts, spans }, all }: { told: ExamOverview["losses"]; all: number }) {
  const { losses: words, flags: { when } } = useWords("overview");
  const { speaker } = useSpeech();
  const spanText = useSpanText(spans.width);
  const n = spans.counts.reduce((sum, count) => sum + count, 0);
  return (
    <ReportPart title={words.title}>
      <p>
        {of === 0 ? words.notKept : n === 0 ? words.none : speaker.say(words.total, { n, attempts, all: of })}
      </p>
      {n > 0 && (
        <ReportTable
          label={words.title}
          columns={[
            { label: when },
            { label: words.count, isNumber: true },
            { label: words.attempts, isNumber: true },
          ]}
          rows={spans.counts.flatMap((count, index) =>
            count === 0 ? [] : [[spanText(index), speaker.number(count), speaker.number(spans.attempts[index])]]
          )}
        />
      )}
      <p class="soft">
        {words.lead} {words.blind} {of > 0 && of < all && speaker.say(words.kept, { n: of, all })}
      </p>
    </ReportPart>
  );
}
