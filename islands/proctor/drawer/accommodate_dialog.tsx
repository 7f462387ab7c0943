import { useState } from "preact/hooks";
import { type Accommodations, AssistiveTechnology } from "../../../protocol/exam.ts";
import { ProctorAction } from "../../../protocol/proctor_messages.ts";
import { Button } from "../../components/button.tsx";
import { CheckList } from "../../components/check_list.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useProblemFocus } from "../../components/use_problem_focus.ts";
import { NumberField } from "./number_field.tsx";
import { WordsField } from "./words_field.tsx";

/** Extra time that the protocol takes, in percent. */
const MOST_PERCENT = 400;

interface AccommodateDialogProps {
  attemptId: string;
  name: string;
  before: Accommodations;
  /** Signals of the scorer. */
  signals: readonly string[];
  /** Whether the viewer may mute them. */
  mayMute: boolean;
  onClose: () => void;
  onAct: (action: ProctorAction) => void;
}

/** Asks what a student is allowed from now on, beginning with what is allowed now. */
export function AccommodateDialog({ attemptId, name, before, signals, mayMute, ...on }: AccommodateDialogProps) {
  const [percent, setPercent] = useState(String(before.extra_time_percent));
  const [technologies, setTechnologies] = useState<readonly string[]>(before.technologies);
  const [muted, setMuted] = useState<readonly string[]>(before.muted);
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<{ time?: string }>({});
  const form = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const words = useWords("allowances").dialog;
  const { cancel } = useWords("actions").dialog;
  const technologyWords = useWords("technologies");
  const signalWords: Readonly<Record<string, { name: string }>> = useWords("signals");

  function submit(event: Event) {
    event.preventDefault();
    const extra_time_percent = percent.trim() === "" ? 0 : Number(percent);
    const accommodations = { ...before, extra_time_percent, technologies, muted };
    const text = reason.trim();
    const action = ProctorAction.safeParse({
      ...{ type: "accommodate", id: crypto.randomUUID(), attempt_id: attemptId, accommodations },
      ...(text !== "" && { reason: text }),
    });
    if (action.success) on.onAct(action.data);
    else setProblems({ time: speaker.say(words.extraTimeWrong, { most: MOST_PERCENT }) });
  }

  return (
    <Dialog id="accommodate" title={speaker.say(words.title, { name })} lead={words.lead} onClose={on.onClose}>
      <form ref={form} onSubmit={submit} noValidate class="flex flex-col gap-4">
        <NumberField
          id="accommodate-time"
          label={words.extraTime}
          least={0}
          most={MOST_PERCENT}
          value={percent}
          error={problems.time}
          onInput={setPercent}
        />
        <CheckList
          legend={words.technologies}
          options={AssistiveTechnology.options.map((value) => ({
            value,
            label: speaker.capital(technologyWords[value]),
          }))}
          chosen={technologies}
          onChange={setTechnologies}
        />
        <CheckList
          legend={words.signals}
          hint={mayMute ? undefined : words.signalsBy}
          isDisabled={!mayMute}
          options={signals.map((value) => ({ value, label: signalWords[value]?.name ?? value }))}
          chosen={muted}
          onChange={setMuted}
        />
        <WordsField
          id="accommodate-reason"
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          value={reason}
          onInput={setReason}
        />
        <div class="flex justify-end gap-2">
          <Button onClick={on.onClose}>{cancel}</Button>
          <Button type="submit" look="primary">{words.submit}</Button>
        </div>
      </form>
    </Dialog>
  );
}
