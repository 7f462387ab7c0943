import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useWords } from "../components/speech.tsx";

interface CloseDialogProps {
  examId: string;
  onClose: () => void;
  /** @returns Whether it is closed. */
  onDo: () => Promise<boolean>;
}

/** Asks before an exam is closed, and then says what comes next. */
export function CloseDialog({ examId, onClose, onDo }: CloseDialogProps) {
  const words = useWords("editor").closing;
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);

  async function close() {
    setBusy(true);
    if (await onDo()) setDone(true);
    setBusy(false);
  }

  if (isDone) {
    return (
      <Dialog id="exam-closed" title={words.done} lead={words.doneLead} onClose={onClose}>
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.stay}</Button>
          <ButtonLink look="primary" href={`/exams/${examId}/marking`} isFocusHome>{words.marking}</ButtonLink>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog id="close-exam" title={words.title} lead={words.lead} onClose={onClose}>
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" busy={isBusy} onClick={close}>{words.submit}</Button>
      </div>
    </Dialog>
  );
}
