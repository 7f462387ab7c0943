import { useRef, useState } from "preact/hooks";
import { isOver } from "../../../protocol/exam.ts";
import { ProctorAction, type RoomStudent } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useWords } from "../../components/speech.tsx";
import type { RoomData } from "../room/room_data.ts";
import type { RoomSession } from "../room/room_session.ts";
import { ActionDialog } from "./action_dialog.tsx";
import {
  ACTION_ICONS,
  type ActionChoice,
  type ActionOrder,
  type AskedAction,
  isDirect,
  offeredActions,
} from "./actions.ts";

interface ActionBarProps {
  exam: RoomData["exam"];
  student: RoomStudent;
  session: RoomSession;
}

/** What can be done now to a student's attempt, and what came of the last one. */
export function ActionBar({ exam, student, session }: ActionBarProps) {
  const [asking, setAsking] = useState<AskedAction | null>(null);
  /** Words that were not sent yet, by action: a dialog that was closed has not thrown them away. */
  const drafts = useRef(new Map<AskedAction, string>());
  const words = useWords("actions");
  const [said, setSaid] = useState<{ text: string; isProblem: boolean } | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function carryOut(order: ActionOrder, choice: ActionChoice) {
    setAsking(null);
    setBusy(true);
    setSaid(null);
    const action = { ...order, id: crypto.randomUUID(), attempt_id: student.attempt_id };
    const outcome = await session.act(ProctorAction.parse(action));
    setBusy(false);
    setSaid(
      outcome.ok
        ? { text: words[choice].done, isProblem: false }
        : { text: outcome.message ?? words.notAnswered, isProblem: true },
    );
  }

  function choose(choice: ActionChoice) {
    if (!isDirect(choice)) return setAsking(choice);
    void carryOut({ type: choice }, choice);
  }

  return (
    <div class="flex flex-col gap-1.5">
      {/* Not an action of the new state: who presses Enter twice has not meant that one. */}
      <div class="flex flex-wrap gap-1" role="group" aria-label={words.label} tabIndex={-1} data-focus-home>
        {offeredActions(student, exam.join).map((choice) => (
          <Button
            key={choice}
            size="small"
            busy={isBusy}
            disabled={!session.isOnline}
            look={isDirect(choice) ? "primary" : "plain"}
            title={isDirect(choice) ? words[choice].lead : undefined}
            class={choice === "terminate" ? "ms-auto text-high" : ""}
            onClick={() => choose(choice)}
          >
            <Icon name={ACTION_ICONS[choice]} class="size-3.5" />
            {words[choice].label}
          </Button>
        ))}
      </div>
      {!session.isOnline && <p role="status" class="text-dense text-ink-soft">{words.reconnecting}</p>}
      {isOver(student.state) && (
        <p class="text-dense text-ink-soft">{student.state === "expired" ? words.timeOver : words.over}</p>
      )}
      <p role="status" class={`text-dense font-medium empty:-mt-1.5 ${said?.isProblem ? "text-high" : "text-low"}`}>
        {said?.text}
      </p>
      {asking !== null && (
        <ActionDialog
          choice={asking}
          who={<bdi>{student.name}</bdi>}
          isOnline={session.isOnline}
          readyTexts={exam.ready_texts}
          draft={drafts.current.get(asking) ?? ""}
          onDraft={(text) => drafts.current.set(asking, text)}
          onClose={() => setAsking(null)}
          onAct={(order) => {
            drafts.current.delete(asking);
            void carryOut(order, asking);
          }}
        />
      )}
    </div>
  );
}
