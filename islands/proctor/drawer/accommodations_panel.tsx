import { useState } from "preact/hooks";
import type { AttemptDetail } from "../../../protocol/attempt_detail.ts";
import { isOver } from "../../../protocol/exam.ts";
import type { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { useWords } from "../../components/speech.tsx";
import type { RoomSession } from "../room/room_session.ts";
import type { Viewer } from "../../staff/viewer.ts";
import { AccommodateDialog } from "./accommodate_dialog.tsx";
import { AccommodationList } from "./accommodation_list.tsx";
import { BreakDialog } from "./break_dialog.tsx";
import { DrawerPart } from "./drawer_part.tsx";

interface AccommodationsPanelProps {
  detail: AttemptDetail;
  role: Viewer["role"];
  session: RoomSession;
  /** Something was allowed: what the drawer shows is old. */
  onChanged: () => void;
}

/** What a student is allowed, what they say of themselves, and what a proctor can allow now. */
export function AccommodationsPanel({ detail, role, session, onChanged }: AccommodationsPanelProps) {
  const [asking, setAsking] = useState<"accommodate" | "break" | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null);
  const words = useWords("allowances");
  const { notAnswered } = useWords("actions");
  const { accommodations, report, student } = detail;
  const dialog = { attemptId: student.attempt_id, name: student.name, onClose: () => setAsking(null) };

  async function carryOut(action: ProctorAction, done: string) {
    setAsking(null);
    setBusy(true);
    setSaid(null);
    const outcome = await session.act(action);
    setBusy(false);
    setSaid(outcome.ok ? { text: done, isProblem: false } : { text: outcome.message ?? notAnswered, isProblem: true });
    onChanged();
  }

  return (
    <DrawerPart title={words.title}>
      <AccommodationList accommodations={accommodations} declared={student.declared} />
      {!isOver(student.state) && (
        <div class="flex flex-wrap gap-1">
          <Button size="small" busy={isBusy} disabled={!session.isOnline} onClick={() => setAsking("accommodate")}>
            {words.change}
          </Button>
          {student.state !== "waiting" && (
            <Button
              size="small"
              busy={isBusy}
              disabled={!session.isOnline}
              onClick={() => setAsking("break")}
            >
              {words.grantBreak}
            </Button>
          )}
        </div>
      )}
      <p role="status" class={`text-dense font-medium empty:-mt-2 ${said?.isProblem ? "text-high" : "text-low"}`}>
        {said?.text}
      </p>
      {asking === "accommodate" && (
        <AccommodateDialog
          {...dialog}
          before={accommodations}
          signals={[...new Set([...Object.keys(report.signals), ...accommodations.muted])]}
          mayMute={role !== "proctor"}
          onAct={(action) => carryOut(action, words.changed)}
        />
      )}
      {asking === "break" && <BreakDialog {...dialog} onAct={(action) => carryOut(action, words.breakGranted)} />}
    </DrawerPart>
  );
}
