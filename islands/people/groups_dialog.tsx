import { useState } from "preact/hooks";
import { AssignStaffAnswer, type ExamStaffMember } from "../../protocol/exam_staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { CheckList } from "../components/check_list.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff } from "../staff/staff_api.ts";

interface GroupsDialogProps {
  /** Of the exam's staff. */
  path: string;
  member: ExamStaffMember;
  /** Groups of the exam's list. */
  groups: readonly string[];
  onClose: () => void;
  onChanged: () => Promise<void>;
}

/** Which groups of the list somebody looks after: theirs are one press away in the room, and everybody sees whose they are. */
export function GroupsDialog(
  { path, member: { username, role, groups: before }, groups, onClose, onChanged }: GroupsDialogProps,
) {
  const [chosen, setChosen] = useState<string[]>(before);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("people").staff;
  const failureText = useFailureText();
  // A group that nobody is in any more can still be taken from them.
  const all = [...new Set([...groups, ...before])].sort();

  async function keep() {
    setBusy(true);
    const outcome = await callStaff({
      method: "PUT",
      path: `${path}/${encodeURIComponent(username)}`,
      body: { role: role === "proctor" ? "proctor" : "instructor", groups: chosen },
      answer: AssignStaffAnswer,
    });
    setBusy(false);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    if (outcome.ok) await onChanged();
  }

  return (
    <Dialog
      id="groups"
      title={speaker.say(words.groupsOf, { name: username })}
      lead={words.groupsLead}
      onClose={onClose}
    >
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <div class="max-h-80 overflow-y-auto" tabIndex={0} role="group" aria-label={words.groups}>
        <CheckList
          legend={words.groups}
          options={all.map((group) => ({ value: group, label: group }))}
          chosen={chosen}
          onChange={setChosen}
        />
      </div>
      <div class="flex justify-end gap-2">
        <Button onClick={onClose}>{words.keepGroups}</Button>
        <Button look="primary" busy={isBusy} onClick={keep}>{words.setGroups}</Button>
      </div>
    </Dialog>
  );
}
