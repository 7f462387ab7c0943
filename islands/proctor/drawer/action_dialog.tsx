import { useState } from "preact/hooks";
import { MAX_EXTEND_MINUTES, MAX_NOTE_CHARACTERS } from "../../../protocol/limits.ts";
import { ProctorAction, type RoomStudent } from "../../../protocol/proctor_messages.ts";
import { firstProblem } from "../../../protocol/errors.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Field } from "../../components/field.tsx";
import { type ActionChoice, ACTIONS } from "./actions.ts";

export interface ActionDialogProps {
  choice: ActionChoice;
  student: RoomStudent;
  onClose: () => void;
  onAct: (action: ProctorAction) => void;
}

const LEADS: Partial<Record<ActionChoice, string>> = {
  pause: "The student cannot write until you resume, and loses no time.",
  lock: "The student's screen is locked until a proctor releases it. Locked time is given back.",
  release_device: "The personal token can start this attempt once more, on another device. The first device is closed.",
  terminate: "The attempt ends now, with the answers it has. This cannot be undone.",
  flag: "A flag is for you and other staff; the student does not see it.",
};

/** Asks for what an action needs: words, minutes, a reason. */
export function ActionDialog({ choice, student, onClose, onAct }: ActionDialogProps) {
  const [words, setWords] = useState("");
  const [minutes, setMinutes] = useState("10");
  const [isWarning, setWarning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const needsWords = choice === "message" || choice === "terminate";

  function submit(event: Event) {
    event.preventDefault();
    if (needsWords && words.trim() === "") {
      return setProblem(choice === "message" ? "Write a message" : "Give a reason: it is kept in the record");
    }
    const parsed = ProctorAction.safeParse(actionOf(choice, student.attempt_id, { words, minutes, isWarning }));
    if (parsed.success) onAct(parsed.data);
    else if (choice === "extend") setProblem(`Enter minutes between 1 and ${MAX_EXTEND_MINUTES.toLocaleString("en")}`);
    else setProblem(firstProblem(parsed.error).message);
  }

  const label = choice === "message"
    ? "Message"
    : choice === "flag"
    ? "Note (optional)"
    : needsWords
    ? "Reason"
    : "Reason (optional)";
  return (
    <Dialog id="action" title={`${ACTIONS[choice].ask}: ${student.name}`} onClose={onClose}>
      <form onSubmit={submit} noValidate class="flex flex-col gap-4">
        {LEADS[choice] !== undefined && <p class="text-sm text-ink-soft">{LEADS[choice]}</p>}
        {choice === "extend" && (
          <Field id="action-minutes" label="Minutes" error={problem}>
            {(attributes) => (
              <input
                {...attributes}
                type="number"
                min={1}
                max={MAX_EXTEND_MINUTES}
                value={minutes}
                onInput={(event) => setMinutes(event.currentTarget.value)}
                class={`${attributes.class} max-w-28 tabular-nums`}
              />
            )}
          </Field>
        )}
        <Field
          id="action-words"
          label={label}
          hint={choice === "pause" || choice === "lock" ? "The student reads it." : undefined}
          error={choice === "extend" ? null : problem}
        >
          {(attributes) => (
            <textarea
              {...attributes}
              rows={3}
              maxLength={MAX_NOTE_CHARACTERS}
              value={words}
              onInput={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </Field>
        {choice === "message" && (
          <label class="inline-flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              class="size-4"
              checked={isWarning}
              onChange={(event) => setWarning(event.currentTarget.checked)}
            />
            As a warning: the student must acknowledge it
          </label>
        )}
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look={choice === "terminate" ? "danger" : "primary"}>
            {choice === "message" ? "Send" : choice === "terminate" ? "End the attempt" : ACTIONS[choice].label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The message for the socket; the protocol's schema checks it before it is sent. */
function actionOf(
  choice: ActionChoice,
  attemptId: string,
  input: { words: string; minutes: string; isWarning: boolean },
): unknown {
  const base = { id: crypto.randomUUID(), attempt_id: attemptId };
  const words = input.words.trim();
  if (choice === "message") return { type: input.isWarning ? "warn" : "message", ...base, text: words };
  if (choice === "flag") return { type: "flag", ...base, ...(words === "" ? {} : { note: words }) };
  const reason = words === "" ? {} : { reason: words };
  if (choice === "extend") return { type: "extend", ...base, ...reason, minutes: Number(input.minutes) };
  return { type: choice, ...base, ...reason };
}
