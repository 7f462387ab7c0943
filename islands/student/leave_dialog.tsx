import { listText } from "../../words/lists.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { ExamActions } from "./exam_actions.ts";
import type { ExamModel } from "./exam_model.ts";
import { leftBehind } from "./forward_moves.ts";

/** In an exam that goes forward only: asked before questions are left for good, and which of them have no answer. */
export function LeaveDialog({ model, actions }: { model: ExamModel; actions: ExamActions }) {
  const words = useWords("sitting").forward;
  const { speaker } = useSpeech();
  const to = model.leavingFor.value;
  if (to === null || model.hold.value !== null || model.isTimeUp.value) return null;
  const left = leftBehind(model, to, actions.files.uploads.value);
  const say = ({ one, many }: { one: string; many: string }, indices: readonly number[]) =>
    speaker.say(indices.length === 1 ? one : many, {
      list: listText(speaker.language, indices.map((index) => speaker.number(index + 1))),
    });
  return (
    <Dialog
      id="leave"
      title={speaker.say(words.title, { number: speaker.number(to + 1) })}
      lead={say(words.leave, left.all)}
      onClose={() => actions.stay()}
    >
      {left.open.length > 0 && <p class="font-medium">{say(words.open, left.open)}</p>}
      {left.sending.length > 0 && <p class="font-medium">{say(words.sending, left.sending)}</p>}
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={() => actions.stay()}>{words.stay}</Button>
        <Button look="primary" onClick={() => actions.goOn()}>{words.goOn}</Button>
      </div>
    </Dialog>
  );
}
