import { useState } from "preact/hooks";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";

interface AskDialogProps {
  id: string;
  words: { title: string; lead: string; submit: string; cancel: string };
  onClose: () => void;
  /** @returns Whether it is done. */
  onDo: () => Promise<boolean>;
}

/** Asks before something is done to an exam, and says whom it affects. */
export function AskDialog({ id, words, onClose, onDo }: AskDialogProps) {
  const [isBusy, setBusy] = useState(false);
  return (
    <Dialog id={id} title={words.title} lead={words.lead} onClose={onClose}>
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          look="primary"
          busy={isBusy}
          onClick={async () => {
            setBusy(true);
            const isDone = await onDo();
            setBusy(false);
            if (isDone) onClose();
          }}
        >
          {words.submit}
        </Button>
      </div>
    </Dialog>
  );
}
