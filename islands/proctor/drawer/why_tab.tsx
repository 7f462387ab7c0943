import { isOver } from "../../../protocol/exam.ts";
import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { momentText } from "../../components/time_text.ts";
import { Contributions } from "./contributions.tsx";
import { Flags } from "./flags.tsx";
import { DrawerPart } from "./drawer_part.tsx";
import { RiskChart } from "./risk_chart.tsx";
import { SignalTable } from "./signal_table.tsx";

export interface WhyTabProps {
  detail: AttemptDetail;
  /** Of the attempt's endpoint. */
  path: string;
  onDecided: () => void;
}

/** Why the score is what it is: its shares with reasons, its course, its signals, its flags. */
export function WhyTab({ detail, path, onDecided }: WhyTabProps) {
  const { report, reasons, timeline, flags, actions, student, receipt } = detail;
  const summary = `Now ${Math.round(report.risk)}, highest ${Math.round(report.peak)}`;
  return (
    <div class="flex flex-col gap-6">
      {flags.length > 0 && (
        <DrawerPart title="Flags">
          <Flags flags={flags} path={path} onDecided={onDecided} />
        </DrawerPart>
      )}
      <DrawerPart title="What the risk is made of">
        <Contributions report={report} reasons={reasons} />
      </DrawerPart>
      <DrawerPart title="Risk over time">
        {timeline.length < 2
          ? <p class="text-sm text-ink-soft">It is drawn once there are two batches of events.</p>
          : <RiskChart lines={[{ label: "risk", colour: "accent", points: timeline }]} summary={summary} />}
      </DrawerPart>
      <DrawerPart title="Signals">
        <SignalTable report={report} />
      </DrawerPart>
      <DrawerPart title="What was done">
        <ul class="flex flex-col gap-1 text-dense">
          {actions.map((action) => (
            <li key={action.n} class="flex gap-3">
              <span class="w-28 shrink-0 tabular-nums text-ink-soft">{momentText(action.at)}</span>
              <span class="min-w-0 break-words">
                <span class="capitalize">{action.kind}</span> by {action.by}
                {action.reason ? `: ${action.reason}` : ""}
              </span>
            </li>
          ))}
        </ul>
        <p class="mt-3 text-xs text-ink-soft">
          {isOver(student.state) ? "Receipt" : "Receipt so far"}: <code class="break-all">{receipt}</code>
        </p>
      </DrawerPart>
    </div>
  );
}
