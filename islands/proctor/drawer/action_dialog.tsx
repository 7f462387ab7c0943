import { useState } from "preact/hooks";
import { MAX_EXTEND_MINUTES } from "../../../protocol/limits.ts";
import { ProctorAction, type RoomStudent } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Said } from "../../components/said.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import type { AskedAction } from "./actions.ts";
import { NumberField } from "./number_field.tsx";
import { WordsField } from "./words_field.tsx";

interface ActionDialogProps {
  choice: AskedAction;
  student: RoomStudent;
  /** What was written and not sent the last time. */
  draft: string;
  onDraft: (text: string) => void;
  onClose: () => void;
  onAct: (action: ProctorAction) => void;
}

/** Asks for what an action needs: words, minutes, a reason. */
export function ActionDialog({ choice, student, draft, onDraft, onClose, onAct }: ActionDialogProps) {
  const [text, setText] = useState(draft);
  const [minutes, setMinutes] = useState("10");
  const [isWarning, setWarning] = useState(false);
  const [problems, setProblems] = useState<{ words?: string; minutes?: string }>({});
  const form = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const actions = useWords("actions");
  const words = actions.dialog;
  const action = actions[choice];
  const needsWords = choice === "message" || choice === "terminate";

  function submit(event: Event) {
    event.preventDefault();
    if (needsWords && text.trim() === "") {
      return setProblems({ words: choice === "message" ? words.noMessage : words.noReason });
    }
    const parsed = ProctorAction.safeParse(actionOf(choice, student.attempt_id, { text, minutes, isWarning }));
    if (parsed.success) onAct(parsed.data);
    else if (choice === "extend") setProblems({ minutes: speaker.say(words.noMinutes, { most: MAX_EXTEND_MINUTES }) });
    else setProblems({ words: words.notSendable });
  }

  const label = choice === "message"
    ? words.message
    : choice === "flag"
    ? words.note
    : needsWords
    ? words.reason
    : words.reasonOptional;
  return (
    <Dialog
      id="action"
      title={<Said sentence={words.title} places={{ action: action.ask, name: <bdi>{student.name}</bdi> }} />}
      lead={"lead" in action ? action.lead : undefined}
      onClose={onClose}
    >
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        {choice === "extend" && (
          <NumberField
            id="action-minutes"
            label={words.minutes}
            least={1}
            most={MAX_EXTEND_MINUTES}
            value={minutes}
            error={problems.minutes}
            onInput={setMinutes}
          />
        )}
        <WordsField
          id="action-words"
          label={label}
          hint={choice === "pause" || choice === "lock" ? words.studentReads : undefined}
          rows={3}
          value={text}
          error={problems.words}
          onInput={(written) => {
            setText(written);
            onDraft(written);
          }}
        />
        {choice === "message" && (
          <label class="inline-flex items-center gap-2 text-sm">
            <input
              type="checkbox"
              class="size-4"
              checked={isWarning}
              onChange={(event) => setWarning(event.currentTarget.checked)}
            />
            {words.asWarning}
          </label>
        )}
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look={choice === "terminate" ? "danger" : "primary"}>
            {choice === "message" ? words.send : choice === "terminate" ? words.terminate : action.label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The message for the socket; the protocol's schema checks it before it is sent. */
function actionOf(
  choice: AskedAction,
  attemptId: string,
  input: { text: string; minutes: string; isWarning: boolean },
): unknown {
  const base = { id: crypto.randomUUID(), attempt_id: attemptId };
  const text = input.text.trim();
  if (choice === "message") return { type: input.isWarning ? "warn" : "message", ...base, text };
  if (choice === "flag") return { type: "flag", ...base, ...(text === "" ? {} : { note: text }) };
  const reason = text === "" ? {} : { reason: text };
  if (choice === "extend") return { type: "extend", ...base, ...reason, minutes: Number(input.minutes) };
  return { type: choice, ...base, ...reason };
}
