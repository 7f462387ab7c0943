import { useEffect, useState } from "preact/hooks";
import type { ExamSummary } from "../../protocol/exam_list.ts";
import { StaffList, type StaffMember } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { Dialog } from "../components/dialog.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { InviteStaff } from "./invite_staff.tsx";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { momentText } from "../../words/times.ts";

/** The accounts, an invitation for a new one, and a way to disable one. */
export function StaffAccounts({ ownName, exams }: { ownName: string; exams: readonly ExamSummary[] }) {
  const [staff, setStaff] = useState<StaffMember[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<StaffMember | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("admin").staff;
  const roles = useWords("roles");
  const { loading } = useWords("calls");
  const failureText = useFailureText();

  async function load() {
    const outcome = await callStaff({ method: "GET", path: "/api/staff", answer: StaffList });
    if (outcome.ok) setStaff(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load();
  }, []);

  async function disable(member: StaffMember) {
    const outcome = await callStaff({ method: "DELETE", path: `/api/staff/${member.staff_id}` });
    setLeaving(null);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    await load();
  }

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label={words.title}
        columns={[
          { label: words.account },
          { label: words.role },
          { label: words.codes },
          { label: words.lastLogin },
          { label: words.state },
          { label: words.disable, quiet: true },
        ]}
        rows={(staff ?? []).map((member) => ({
          key: member.staff_id,
          cells: [
            <bdi key="name" class="font-medium">{member.username}</bdi>,
            roles[member.role],
            member.totp ? words.on : words.off,
            <span key="login" class="whitespace-nowrap tabular-nums">
              {member.last_login_at === null ? words.never : momentText(speaker, member.last_login_at)}
            </span>,
            member.disabled ? words.disabled : member.must_change_password ? words.firstPassword : words.active,
            !member.disabled && member.username !== ownName && (
              <Button
                key="disable"
                size="small"
                aria-label={speaker.say(words.disableOne, { name: member.username })}
                onClick={() => setLeaving(member)}
              >
                {words.disable}
              </Button>
            ),
          ],
        }))}
        empty={staff === null ? loading : words.none}
      />
      <InviteStaff exams={exams} />
      {leaving !== null && (
        <Dialog
          id="disable"
          title={speaker.say(words.ask, { name: leaving.username })}
          lead={words.askLead}
          onClose={() => setLeaving(null)}
        >
          <div class="flex justify-end gap-2">
            <Button onClick={() => setLeaving(null)}>{words.keep}</Button>
            <Button look="danger" onClick={() => disable(leaving)}>{words.disable}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
