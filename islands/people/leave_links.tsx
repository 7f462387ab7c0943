import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useWords } from "../components/speech.tsx";

interface LeaveLinksProps {
  onStay: () => void;
  onSave: () => void;
  onLeave: () => void;
}

/** Asks whoever is about to leave links that were neither copied, saved nor printed. */
export function LeaveLinks({ onStay, onSave, onLeave }: LeaveLinksProps) {
  const words = useWords("people").leaving;
  return (
    <Dialog id="leave-links" title={words.title} lead={words.lead} onClose={onStay}>
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={onLeave}>{words.leave}</Button>
        <Button onClick={onSave}>{words.save}</Button>
        <Button look="primary" onClick={onStay}>{words.stay}</Button>
      </div>
    </Dialog>
  );
}
