import { useEffect, useState } from "preact/hooks";
import type { ExamSummary } from "../../protocol/rest.ts";
import { StaffList, type StaffMember } from "../../protocol/staff.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { Dialog } from "../components/dialog.tsx";
import { momentText } from "../components/time_text.ts";
import { InviteStaff } from "./invite_staff.tsx";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";

/** The accounts, an invitation for a new one, and a way to disable one. */
export function StaffAccounts({ ownName, exams }: { ownName: string; exams: readonly ExamSummary[] }) {
  const [staff, setStaff] = useState<StaffMember[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [leaving, setLeaving] = useState<StaffMember | null>(null);

  async function load() {
    const outcome = await callStaff({ method: "GET", path: "/api/staff", answer: StaffList });
    if (outcome.ok) setStaff(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(outcome.error.message);
  }

  useEffect(() => {
    load();
  }, []);

  async function disable(member: StaffMember) {
    const outcome = await callStaff({ method: "DELETE", path: `/api/staff/${member.staff_id}` });
    setLeaving(null);
    setProblem(outcome.ok ? null : outcome.error.message);
    await load();
  }

  return (
    <>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label="Staff"
        columns={[
          { label: "Account" },
          { label: "Role" },
          { label: "One-time codes" },
          { label: "Last signed in" },
          { label: "State" },
          { label: "Disable", quiet: true },
        ]}
        rows={(staff ?? []).map((member) => ({
          key: member.staff_id,
          cells: [
            <span key="name" class="font-medium">{member.username}</span>,
            member.role,
            member.totp ? "On" : "Off",
            <span key="login" class="whitespace-nowrap tabular-nums">
              {member.last_login_at === null ? "Never" : momentText(member.last_login_at)}
            </span>,
            member.disabled ? "Disabled" : member.must_change_password ? "First password" : "Active",
            !member.disabled && member.username !== ownName && (
              <Button
                key="disable"
                size="small"
                onClick={() => setLeaving(member)}
              >
                Disable<span class="sr-only">{member.username}</span>
              </Button>
            ),
          ],
        }))}
        empty={staff === null ? "Loading…" : "No accounts."}
      />
      <InviteStaff exams={exams} />
      {leaving !== null && (
        <Dialog id="disable" title={`Disable ${leaving.username}?`} onClose={() => setLeaving(null)}>
          <p class="text-sm">
            All their sessions end now, and they cannot sign in again. What they did stays in the log.
          </p>
          <div class="flex justify-end gap-2">
            <Button onClick={() => setLeaving(null)}>Keep the account</Button>
            <Button look="danger" onClick={() => disable(leaving)}>Disable</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
