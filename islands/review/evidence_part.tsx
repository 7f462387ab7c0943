import type { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { useWords } from "../components/speech.tsx";
import { Contributions } from "../proctor/drawer/contributions.tsx";
import { DrawerPart } from "../proctor/drawer/drawer_part.tsx";
import { Flags } from "../proctor/drawer/flags.tsx";
import type { Span } from "../proctor/drawer/risk_marks.tsx";
import { RiskParts } from "../proctor/drawer/risk_parts.tsx";

interface EvidencePartProps {
  detail: AttemptDetail;
  /** Of the attempt's endpoint. */
  path: string;
  onDecided: () => void;
  /** Leads to where the replay shows a stretch of time. */
  onEvents: (span: Span) => void;
}

/** What the score rests on, as in the room's drawer: flags to be decided on, shares with reasons, course, signals. */
export function EvidencePart({ detail, path, onDecided, onEvents }: EvidencePartProps) {
  const { report, reasons, flags } = detail;
  const words = useWords("drawer").why;
  const { noFlags } = useWords("review");
  return (
    <div class="flex flex-col gap-6">
      <DrawerPart title={words.flags}>
        {flags.length === 0
          ? <p class="text-sm text-ink-soft">{noFlags}</p>
          : <Flags flags={flags} path={path} onDecided={onDecided} />}
      </DrawerPart>
      <DrawerPart title={words.shares}>
        <Contributions {...{ report, reasons, onEvents }} />
      </DrawerPart>
      <RiskParts {...{ detail, onEvents }} />
    </div>
  );
}
