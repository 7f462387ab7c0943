import type { RiskReport } from "../../../protocol/risk.ts";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useContributionText } from "../../proctor/contribution_text.ts";

/** Contributions before and after, side by side, largest difference first. */
export function Comparison({ before, after }: { before: RiskReport; after: RiskReport }) {
  const { speaker } = useSpeech();
  const words = useWords("whatIf");
  const textOf = useContributionText();
  const rows = compareContributions(before, after).filter((row) => row.before >= 0.05 || row.after >= 0.05);
  if (rows.length === 0) return null;
  return (
    <table class="w-full text-dense">
      <caption class="pb-1 text-start font-semibold">{words.points}</caption>
      <thead class="text-ink-soft">
        <tr>
          <th scope="col" class="py-1 text-start font-medium">{words.share}</th>
          <th scope="col" class="py-1 text-end font-medium">{words.asScored}</th>
          <th scope="col" class="py-1 text-end font-medium">{words.whatIf}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name} class="border-t border-line">
            <th scope="row" class="py-1 text-start font-normal">{textOf(row.name).name}</th>
            <td class="py-1 text-end tabular-nums">{speaker.tenths(row.before)}</td>
            <td class="py-1 text-end tabular-nums">{speaker.tenths(row.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Points by name in two reports, largest difference first. */
function compareContributions(
  before: RiskReport,
  after: RiskReport,
): { name: string; before: number; after: number }[] {
  const rows = new Map<string, { name: string; before: number; after: number }>();
  const row = (name: string) => {
    const known = rows.get(name) ?? { name, before: 0, after: 0 };
    rows.set(name, known);
    return known;
  };
  for (const { name, points } of before.contributions) row(name).before += points;
  for (const { name, points } of after.contributions) row(name).after += points;
  return [...rows.values()].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}
