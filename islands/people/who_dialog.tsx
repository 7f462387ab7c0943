import { useState } from "preact/hooks";
import { z } from "zod";
import { JoinWay } from "../../protocol/roster.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { WhoChoice } from "./who_choice.tsx";

/** An exam's document, of which this page knows one field and gives back the others as they came. */
const Standing = z.looseObject({ revision: z.int(), document: z.looseObject({ join: JoinWay }) });

interface WhoDialogProps {
  exam: { exam_id: string; code: string };
  join: JoinWay;
  onClose: () => void;
  onChanged: (join: JoinWay) => void;
}

/** Changes who may come in, as the editor would. */
export function WhoDialog({ exam, join, onClose, onChanged }: WhoDialogProps) {
  const [wanted, setWanted] = useState(join);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const words = useWords("people").who;
  const failureText = useFailureText();

  async function save(event: Event) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const path = `/api/exams/${exam.exam_id}`;
    const read = await callStaff({ method: "GET", path, answer: Standing });
    const outcome = read.ok
      ? await callStaff({
        method: "PUT",
        path,
        body: { revision: read.value.revision, document: { ...read.value.document, join: wanted } },
        answer: Standing,
      })
      : read;
    setBusy(false);
    if (outcome.ok) onChanged(outcome.value.document.join);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  return (
    <Dialog id="who" title={words.dialogTitle} lead={words.dialogLead} onClose={onClose}>
      <form noValidate onSubmit={save} class="flex flex-col gap-4">
        {problem && <AlertBox tone="problem" role="alert" title={problem} />}
        <WhoChoice id="who-join" code={exam.code} value={wanted} onValue={setWanted} />
        <div class="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" busy={isBusy}>{words.save}</Button>
        </div>
      </form>
    </Dialog>
  );
}
