import { useEffect, useState } from "preact/hooks";
import { AssignStaffAnswer, ExamStaffList, type ExamStaffMember } from "../../protocol/exam_staff.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { Dialog } from "../components/dialog.tsx";
import { Field, INPUT_CLASS, TextField } from "../components/field.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { OwnComputerNote } from "../staff/own_computer.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useProblemFocus } from "../components/use_problem_focus.ts";
import { useFailureText } from "../staff/call_failure.ts";
import type { Viewer } from "../staff/viewer.ts";
import { GroupsDialog } from "./groups_dialog.tsx";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";

const ROLES = ["proctor", "instructor"] as const;

interface StaffPartProps {
  examId: string;
  viewer: Viewer;
  /** Groups of the exam's list. */
  groups: readonly string[];
}

/** Who looks after the exam: assigned or invited, and taken off it. */
export function StaffPart({ examId, viewer, groups }: StaffPartProps) {
  const [staff, setStaff] = useState<ExamStaffMember[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [grouping, setGrouping] = useState<ExamStaffMember | null>(null);
  const [leaving, setLeaving] = useState<ExamStaffMember | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("people").staff;
  const roles = useWords("roles");
  const { loading } = useWords("calls");
  const failureText = useFailureText();
  const path = `/api/exams/${examId}/staff`;

  async function load() {
    const outcome = await callStaff({ method: "GET", path, answer: ExamStaffList });
    if (outcome.ok) setStaff(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load();
  }, []);

  const hasGroups = groups.length > 0 || (staff ?? []).some((member) => member.groups.length > 0);

  async function remove({ username }: ExamStaffMember) {
    const outcome = await callStaff({ method: "DELETE", path: `${path}/${encodeURIComponent(username)}` });
    setLeaving(null);
    setProblem(outcome.ok ? null : failureText(outcome.error));
    await load();
  }

  return (
    <PagePart title={words.title} lead={words.lead}>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <DataTable
        label={words.title}
        columns={[
          { label: words.account },
          { label: words.role },
          ...(hasGroups ? [{ label: words.groups }] : []),
          { label: words.remove, quiet: true },
        ]}
        rows={(staff ?? []).map((member) => ({
          key: member.username,
          cells: [
            <bdi key="name" class="font-medium wrap-anywhere">{member.username}</bdi>,
            member.disabled ? `${roles[member.role]}, ${words.disabled}` : roles[member.role],
            ...(hasGroups
              ? [<span key="groups" dir="auto" class="wrap-anywhere">{groupText(member, words.allGroups)}</span>]
              : []),
            <div key="remove" class="flex flex-wrap justify-end gap-2">
              {hasGroups && (
                <Button
                  size="small"
                  aria-label={speaker.say(words.groupsOf, { name: member.username })}
                  onClick={() => setGrouping(member)}
                >
                  {words.groups}
                </Button>
              )}
              {member.username !== viewer.username && (
                <Button
                  size="small"
                  aria-label={speaker.say(words.removeOne, { name: member.username })}
                  onClick={() => setLeaving(member)}
                >
                  {words.remove}
                </Button>
              )}
            </div>,
          ],
        }))}
        empty={staff === null ? loading : words.none}
      />
      <AssignStaff path={path} isAdmin={viewer.role === "admin"} onAssigned={load} />
      {grouping !== null && (
        <GroupsDialog
          path={path}
          member={grouping}
          groups={groups}
          onClose={() => setGrouping(null)}
          onChanged={async () => {
            setGrouping(null);
            await load();
          }}
        />
      )}
      {leaving !== null && (
        <Dialog
          id="unassign"
          title={speaker.say(words.ask, { name: leaving.username })}
          lead={words.askLead}
          onClose={() => setLeaving(null)}
        >
          <div class="flex justify-end gap-2">
            <Button onClick={() => setLeaving(null)}>{words.keep}</Button>
            <Button look="danger" onClick={() => remove(leaving)}>{words.remove}</Button>
          </div>
        </Dialog>
      )}
    </PagePart>
  );
}

function groupText({ groups }: ExamStaffMember, all: string): string {
  return groups.length === 0 ? all : groups.join(", ");
}

interface AssignStaffProps {
  path: string;
  /** Only admins invite new instructors; whoever else asks invites proctors. */
  isAdmin: boolean;
  onAssigned: () => Promise<void>;
}

function AssignStaff({ path, isAdmin, onAssigned }: AssignStaffProps) {
  const [username, setUsername] = useState("");
  const [role, setRole] = useState<(typeof ROLES)[number]>("proctor");
  const [problems, setProblems] = useState<{ name?: string }>({});
  const [done, setDone] = useState<AssignStaffAnswer | null>(null);
  const form = useProblemFocus(problems);
  const { speaker } = useSpeech();
  const words = useWords("people").staff;
  const roles = useWords("roles");
  const failureText = useFailureText();

  async function submit(event: Event) {
    event.preventDefault();
    const name = username.trim().toLowerCase();
    if (name === "") return setProblems({ name: words.nameMissing });
    const outcome = await callStaff({
      method: "PUT",
      path: `${path}/${encodeURIComponent(name)}`,
      body: { role },
      answer: AssignStaffAnswer,
    });
    setProblems(outcome.ok ? {} : { name: failureText(outcome.error) });
    if (!outcome.ok) return;
    setDone(outcome.value);
    setUsername("");
    await onAssigned();
  }

  return (
    <form
      ref={form}
      onSubmit={submit}
      noValidate
      class="flex flex-col gap-3 rounded-lg border border-line bg-raised p-4"
    >
      <div class="grid items-end gap-4 sm:grid-cols-[2fr_1fr_auto]">
        <TextField
          id="assign-name"
          name="username"
          label={words.name}
          hint={isAdmin ? words.nameHint : words.nameHintProctor}
          autoComplete="off"
          maxLength={64}
          value={username}
          error={problems.name}
          onInput={setUsername}
        />
        {isAdmin && (
          <Field id="assign-role" label={words.asRole}>
            {({ id }) => (
              <select
                id={id}
                class={`${INPUT_CLASS} truncate`}
                value={role}
                onChange={(event) => setRole(ROLES[event.currentTarget.selectedIndex])}
              >
                {ROLES.map((one) => <option key={one} value={one}>{speaker.capital(roles[one])}</option>)}
              </select>
            )}
          </Field>
        )}
        <Button type="submit">{words.submit}</Button>
      </div>
      {done !== null && <Done done={done} asked={role} />}
    </form>
  );
}

/** What came of it; an invitation's link is shown once. */
function Done({ done, asked }: { done: AssignStaffAnswer; asked: AssignStaffAnswer["role"] }) {
  const { speaker } = useSpeech();
  const words = useWords("people").staff;
  const roles = useWords("roles");
  const { username: name, role, token, expires_at } = done;
  if (token === undefined || expires_at === undefined) {
    const said = role === asked
      ? speaker.say(words.assigned, { name })
      : speaker.say(words.otherRole, { name, role: roles[role] });
    return <AlertBox tone="good" role="status" title={said} />;
  }
  return (
    <AlertBox tone="good" role="status" title={speaker.say(words.invited, { name })}>
      <code dir="ltr" class="block break-all">{`${location.origin}/invitation#${token}`}</code>
      <OwnComputerNote />
      <span class="text-ink-soft">{speaker.say(words.invitedLead, { end: momentText(speaker, expires_at) })}</span>
    </AlertBox>
  );
}
