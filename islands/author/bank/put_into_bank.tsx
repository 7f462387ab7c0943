import { useState } from "preact/hooks";
import type { Question } from "../../../protocol/items/registry.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { leaveIfSignedOut } from "../../staff/staff_api.ts";
import { checkQuestion, problemsOf } from "../check_exam.ts";
import type { Editor } from "../editor.ts";
import { TagsInput } from "../more/tags_input.tsx";
import { problemsAt, useProblemText } from "../problem_text.ts";
import { addToBank } from "./bank_calls.ts";
import { newestInBank } from "./bank_news.ts";
import { ShareSwitch } from "./share_switch.tsx";

interface PutIntoBankProps {
  editor: Editor;
  question: Question;
  onClose: () => void;
}

/** Asks for tags and sharing, and puts a copy of an exam's question into the bank, its pictures with it. */
export function PutIntoBank({ editor, question, onClose }: PutIntoBankProps) {
  const words = useWords("bank");
  const failureText = useFailureText();
  const sayProblem = useProblemText();
  const [tags, setTags] = useState<readonly string[]>(question.tags ?? []);
  const [isShared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const tagged: Question = { ...question, tags: tags.length === 0 ? undefined : [...tags] };
  const { issues } = checkQuestion(tagged);
  const problem = problemsAt(problemsOf(question.id, issues), null, question.id, sayProblem);
  const isHeld = issues.some(({ path: [name] }) => name !== "tags");

  async function put() {
    setBusy(true);
    const outcome = await addToBank([tagged], isShared, editor.saved.value.exam_id);
    setBusy(false);
    if (!outcome.ok) {
      if (!leaveIfSignedOut(outcome.error)) setFailed(failureText(outcome.error));
      return;
    }
    const bank = { item_id: outcome.value.item_ids[0], revision: 1 };
    newestInBank.value = new Map([...newestInBank.value, [bank.item_id, bank.revision]]);
    editor.editQuestion(question.id, (now) => ({ ...now, tags: tagged.tags, bank }), "bank");
    editor.said.value = words.putDone;
    onClose();
  }

  return (
    <Dialog id="put-into-bank" title={words.putTitle} lead={words.putLead} onClose={onClose}>
      {failed && <AlertBox tone="problem" role="alert" title={failed} />}
      {isHeld ? <AlertBox tone="warning" title={words.putHeld} /> : (
        <>
          <TagsInput
            question={tagged}
            change={({ tags: next }) => setTags(next ?? [])}
            problem={problem}
            fieldId={() => "put-tags"}
          />
          <ShareSwitch isShared={isShared} onShare={setShared} />
        </>
      )}
      <div class="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button look="primary" busy={busy} disabled={issues.length > 0} onClick={() => void put()}>{words.put}</Button>
      </div>
    </Dialog>
  );
}
