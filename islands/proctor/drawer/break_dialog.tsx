import { useState } from "preact/hooks";
import { MAX_BREAK_MINUTES } from "../../../protocol/limits.ts";
import { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import { NumberField } from "./number_field.tsx";
import { WordsField } from "./words_field.tsx";

interface BreakDialogProps {
  attemptId: string;
  name: string;
  onClose: () => void;
  onAct: (action: ProctorAction) => void;
}

/** Asks how long a break is, and why. */
export function BreakDialog({ attemptId, name, onClose, onAct }: BreakDialogProps) {
  const [minutes, setMinutes] = useState("10");
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<{ minutes?: string }>({});
  const form = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const { breakDialog: words, dialog } = useWords("allowances");
  const { cancel } = useWords("actions").dialog;

  function submit(event: Event) {
    event.preventDefault();
    const text = reason.trim();
    const action = ProctorAction.safeParse({
      ...{ type: "grant_break", id: crypto.randomUUID(), attempt_id: attemptId, minutes: Number(minutes) },
      ...(text !== "" && { reason: text }),
    });
    if (action.success) onAct(action.data);
    else setProblems({ minutes: speaker.say(words.minutesWrong, { most: MAX_BREAK_MINUTES }) });
  }

  return (
    <Dialog id="break" title={speaker.say(words.title, { name })} lead={words.lead} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        <NumberField
          id="break-minutes"
          label={words.minutes}
          least={1}
          most={MAX_BREAK_MINUTES}
          value={minutes}
          error={problems.minutes}
          onInput={setMinutes}
        />
        <WordsField
          id="break-reason"
          label={dialog.reason}
          hint={dialog.reasonHint}
          rows={2}
          value={reason}
          onInput={setReason}
        />
        <div class="flex justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary">{words.submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}
