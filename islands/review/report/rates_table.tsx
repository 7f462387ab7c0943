import type { RiskReport } from "../../../protocol/risk.ts";
import { type ErrorRates, type Rate, sittingsMeasured } from "../../../scoring/error_rates.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";
import { ReportPart, ReportTable } from "./report_parts.tsx";

interface RatesTableProps {
  rates: ErrorRates;
  /** Of the attempt that the report is of; absent where it is of an exam. */
  report?: RiskReport;
}

/** Published error rates of every signal, with what each said here. */
export function RatesTable({ rates, report }: RatesTableProps) {
  const words = useWords("report").rates;
  const textOf = useContributionText();
  const { speaker } = useSpeech();
  const percent = (share: number) => `${speaker.tenths(share * 100)} %`;
  const rate = ({ value, ci_low, ci_high }: Rate) =>
    speaker.say(words.rate, { value: percent(value), low: percent(ci_low), high: percent(ci_high) });
  const here = (name: string) => {
    if (report === undefined) return [];
    if (report.muted.includes(name)) return [words.notUsed];
    const share = report.contributions.find((one) => one.category === "signal" && one.name === name);
    return [
      share === undefined || share.points === 0 ? words.silent : speaker.say(words.adds, { points: share.points }),
    ];
  };
  return (
    <ReportPart title={words.title}>
      <p>{speaker.say(words.lead, { n: sittingsMeasured(rates) })}</p>
      <ReportTable
        label={words.title}
        columns={[
          { label: words.signal },
          ...(report === undefined ? [] : [{ label: words.here }]),
          { label: words.speaks, isNumber: true },
          { label: words.lifts, isNumber: true },
        ]}
        rows={Object.entries(rates).map(([name, errors]) => [
          textOf(name).name,
          ...here(name),
          ...(errors === null ? [words.unmeasured, words.unmeasured] : [rate(errors.speaks), rate(errors.lifts_alone)]),
        ])}
      />
    </ReportPart>
  );
}
