import { useState } from "preact/hooks";
import type { AttemptAction } from "../../../protocol/attempt_detail.ts";
import { isOver } from "../../../protocol/exam.ts";
import { ProctorAction, type RoomStudent } from "../../../protocol/proctor_messages.ts";
import { momentText } from "../../../words/times.ts";
import { Button } from "../../components/button.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import type { RoomSession } from "../room/room_session.ts";
import type { ActionOrder } from "./actions.ts";
import { deedOfAction } from "./deed_of_action.ts";
import { DeedText } from "./deed_text.tsx";

interface DeedListProps {
  actions: readonly AttemptAction[];
  student: RoomStudent;
  session: RoomSession;
}

/** What was done to an attempt, how far each thing has come, and what takes it back. */
export function DeedList({ actions, student, session }: DeedListProps) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").why.takeBack;
  const { notAnswered } = useWords("actions");
  const [said, setSaid] = useState<{ n: number; text: string } | null>(null);
  const [busy, setBusy] = useState<number | null>(null);

  async function takeBack(n: number, order: ActionOrder) {
    setBusy(n);
    const action = { ...order, id: crypto.randomUUID(), attempt_id: student.attempt_id };
    const outcome = await session.act(ProctorAction.parse(action));
    setBusy(null);
    setSaid({ n, text: outcome.ok ? words.done : outcome.message ?? notAnswered });
  }

  return (
    <ul class="flex flex-col gap-1 text-dense">
      {actions.map((action) => {
        const back = takingBack(action, actions, student);
        return (
          <li key={action.n} class="flex gap-3" tabIndex={-1} data-focus-home>
            <span class="w-28 shrink-0 tabular-nums text-ink-soft">{momentText(speaker, action.at)}</span>
            <span class="min-w-0 flex-1 break-words">
              <DeedText deed={deedOfAction(action)} />
              <Stand action={action} student={student} />
              <span role="status" class="block text-xs font-medium empty:hidden">
                {said?.n === action.n && said.text}
              </span>
            </span>
            {back !== null && (
              <Button
                size="small"
                class="self-start"
                busy={busy === action.n}
                disabled={!session.isOnline}
                aria-label={back.type === "withdraw" ? words.withdrawAloud : undefined}
                onClick={() => void takeBack(action.n, back)}
              >
                {back.type === "withdraw"
                  ? words.withdraw
                  : speaker.say(words.shorten, { minutes: "minutes" in back ? back.minutes : 0 })}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What would take an action back that others can: a message that waits, time that was given last. */
function takingBack(
  action: AttemptAction,
  actions: readonly AttemptAction[],
  { state, connected }: RoomStudent,
): ActionOrder | null {
  const { kind, n, minutes = 0 } = action;
  if (isOver(state)) return null;
  if (kind === "noticed") {
    const isQueued = !connected && action.delivered_at === undefined && action.seen_at === undefined &&
      action.withdrawn_at === undefined;
    return isQueued ? { type: "withdraw", of: String(n) } : null;
  }
  const last = actions.findLast((one) => one.kind === "extended");
  return last?.n === n && minutes > 0 ? { type: "shorten", minutes } : null;
}

/** How far what was written or done to a student has come; nothing where they are told nothing. */
function Stand({ action, student }: { action: AttemptAction; student: RoomStudent }) {
  const { speaker } = useSpeech();
  const words = useWords("drawer").why.notice;
  const { delivered_at: deliveredAt, seen_at: seenAt, withdrawn_at: withdrawnAt, notice } = action;
  const said = withdrawnAt !== undefined
    ? speaker.say(words.withdrawn, { at: momentText(speaker, withdrawnAt) })
    : seenAt !== undefined
    ? speaker.say(notice === undefined ? words.shown : words.seen, { at: momentText(speaker, seenAt) })
    : deliveredAt !== undefined
    ? speaker.say(words.delivered, { at: momentText(speaker, deliveredAt) })
    : isWaiting(action, student)
    ? student.connected ? words.sent : words.queued
    : "";
  return <span class="block text-xs text-ink-soft empty:hidden">{said}</span>;
}

/** Whether a student is still to hear of it: a notice, or the last thing that was done. */
function isWaiting({ n, notice }: AttemptAction, { deed, state }: RoomStudent): boolean {
  return !isOver(state) && (notice !== undefined || (deed?.n === n && deed.step === "sent"));
}
