import { useEffect, useState } from "preact/hooks";
import { type JoinWay, Roster, type RosterLine, type RosterToken } from "../../protocol/roster.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { EmptyState } from "../components/empty_state.tsx";
import { PageFrame, PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { BringList } from "./bring_list.tsx";
import { MadeLinks } from "./made_links_part.tsx";
import { keepMadeLinks, newestOf } from "./made_links.ts";
import type { PeopleData } from "./people_data.ts";
import { StaffPart } from "./staff_part.tsx";
import { StudentDialog } from "./student_dialog.tsx";
import { TrialPart } from "./trial_part.tsx";
import { StudentTable } from "./student_table.tsx";
import { WhoDialog } from "./who_dialog.tsx";

/** Whom an exam lets in, what is allowed to each, and who looks after it. */
export function PeoplePage({ viewer, exam }: PeopleData) {
  const [students, setStudents] = useState<RosterLine[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [opened, setOpened] = useState<RosterLine | "file" | "new" | "who" | null>(null);
  const [join, setJoin] = useState(exam.join);
  const [made, setMade] = useState<readonly RosterToken[] | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("people");
  const { loading } = useWords("calls");
  const failureText = useFailureText();
  const path = `/api/exams/${exam.exam_id}/roster`;

  async function load() {
    const outcome = await callStaff({ method: "GET", path, answer: Roster });
    if (outcome.ok) {
      setStudents(outcome.value.students);
      setProblem(null);
    } else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  useEffect(() => {
    load();
  }, []);

  /** Closes what is open, shows the links that were made, and reads the list anew. */
  function changed(tokens: readonly RosterToken[] | null, now?: JoinWay) {
    if (now !== undefined) setJoin(now);
    setOpened(null);
    if (tokens !== null) {
      keepMadeLinks(exam.exam_id, tokens);
      // Links that are still shown stay so, beside the new ones.
      setMade((before) => newestOf([...(before ?? []), ...tokens]));
    }
    load();
  }

  return (
    <PageFrame
      title={words.title}
      lead={speaker.say(words.lead, { code: exam.code, students: students?.length ?? 0 })}
      actions={
        <div class="flex flex-wrap gap-2">
          <Button look="primary" onClick={() => setOpened("file")}>{words.bring}</Button>
          <Button onClick={() => setOpened("new")}>{words.add}</Button>
          <ButtonLink href={`/exams/${exam.exam_id}/paper`}>{words.paper}</ButtonLink>
        </div>
      }
    >
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      {made !== null && <MadeLinks links={made} exam={exam} onClose={() => setMade(null)} />}
      <div class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3 sm:px-5">
        <div role="status" class="flex min-w-0 flex-1 basis-72 flex-col gap-1">
          <h2 class="text-sm font-semibold">{words.who.title}</h2>
          <p class="text-sm">
            {join === "roster" ? words.closedList : speaker.say(words.openList, { code: exam.code })}
          </p>
          {exam.state === "draft" && <p class="text-sm text-ink-soft">{words.draftList}</p>}
        </div>
        <Button aria-label={words.who.changeThis} onClick={() => setOpened("who")}>{words.change}</Button>
      </div>
      <PagePart title={words.students}>
        {students === null
          ? <p class="text-sm text-ink-soft">{loading}</p>
          : students.length === 0
          ? <EmptyState title={words.noneTitle} Heading="h3" lead={words.noneLead} />
          : <StudentTable students={students} csvPath={`${path}?format=csv`} onChange={setOpened} />}
      </PagePart>
      <TrialPart exam={exam} />
      <StaffPart examId={exam.exam_id} viewer={viewer} groups={groupsOf(students ?? [])} />
      {opened === "file" && (
        <BringList
          path={path}
          code={exam.code}
          onClose={() => setOpened(null)}
          onApplied={changed}
        />
      )}
      {opened === "who" && (
        <WhoDialog
          exam={exam}
          join={join}
          onClose={() => setOpened(null)}
          onChanged={(now) => {
            setJoin(now);
            setOpened(null);
          }}
        />
      )}
      {opened !== null && opened !== "file" && opened !== "who" && (
        <StudentDialog
          path={path}
          student={opened === "new" ? null : opened}
          onClose={() => setOpened(null)}
          onChanged={changed}
        />
      )}
    </PageFrame>
  );
}

/** The groups of a list, by name. */
function groupsOf(students: readonly RosterLine[]): string[] {
  return [...new Set(students.map(({ group }) => group ?? ""))].filter((group) => group !== "").sort();
}
