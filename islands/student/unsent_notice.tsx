import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { saveFile } from "./save_file.ts";

/** Whether some of the exam's last work is on this device alone. */
export function isUnsent({ saving, unsentWork, link }: ExamModel): boolean {
  return unsentWork.value !== null || (saving.value !== "saved" && link.value.kind !== "closed");
}

/**
 * What of the exam's last work is on this device alone, once the exam is over: whether it is being sent, waits for the
 * network, or is not taken any more. Then it can be handed over as a file.
 */
export function UnsentNotice({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const words = useWords("examScreens").closing.unsent;
  const { speaker } = useSpeech();
  const work = model.unsentWork.value;
  if (!isUnsent(model)) return null;
  if (model.link.value.kind !== "closed") {
    const isOnline = model.link.value.kind === "online";
    return (
      <AlertBox tone="warning" role="status" title={words.title}>{isOnline ? words.sending : words.waiting}</AlertBox>
    );
  }
  if (work === null) return null;
  const amount = work.choices === 0 ? words.typed : work.characters === 0 ? words.chosen : words.typedAndChosen;
  return (
    <AlertBox tone="warning" role="status" title={words.title}>
      <div class="flex flex-col items-start gap-3">
        <p>{speaker.say(amount, { ...work })}</p>
        <p>{words.refused}</p>
        <Button
          onClick={() => saveFile(actions.lateWork(), `invigil-late-work-${model.attempt.value?.attempt_id}.json`)}
        >
          {words.download}
        </Button>
      </div>
    </AlertBox>
  );
}
