import { useState } from "preact/hooks";
import { z } from "zod";
import { ExamSummary } from "../../protocol/exam_list.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { EmptyState } from "../components/empty_state.tsx";
import { PageFrame } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { leaveIfSignedOut } from "../staff/staff_api.ts";
import { Viewer } from "../staff/viewer.ts";
import { CreateExam } from "./create_exam.tsx";
import { doToExam, type ExamDeed, listExams } from "./exam_calls.ts";
import { AskDialog } from "./ask_dialog.tsx";
import { ExamRow } from "./exam_row.tsx";
import { NewExam } from "./new_exam.tsx";

/** What the page of exams starts from. */
export const ExamsData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type ExamsData = z.infer<typeof ExamsData>;

type Making = "none" | "title" | "file";

/** The exams that a member of staff may see: how each stands, and the way into it. */
export function ExamsPage({ viewer, exams: initial }: ExamsData) {
  const [exams, setExams] = useState(initial);
  const [making, setMaking] = useState<Making>("none");
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const [asked, setAsked] = useState<{ exam: ExamSummary; deed: "archive" | "reopen" } | null>(null);
  const [isArchiveShown, setArchiveShown] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("exams");
  const moves = useWords("examMoves");
  const failureText = useFailureText();
  const mayCreate = viewer.role !== "proctor";

  async function refresh(withArchived = isArchiveShown) {
    const outcome = await listExams(withArchived);
    if (outcome.ok) setExams(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  /** Asks first where students are affected: a draft nobody has begun. */
  function ask(exam: ExamSummary, deed: ExamDeed) {
    const isAsked = exam.state === "published" ? deed === "archive" : exam.state === "closed" && deed === "reopen";
    if (isAsked && (deed === "archive" || deed === "reopen")) setAsked({ exam, deed });
    else void act(exam, deed);
  }

  /** @returns Whether it is done. */
  async function act(exam: ExamSummary, deed: ExamDeed): Promise<boolean> {
    setProblem(null);
    const outcome = await doToExam(exam.exam_id, deed);
    if (!outcome.ok) {
      setAsked(null);
      if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
      return false;
    }
    if (deed === "duplicate") location.assign(`/exams/${outcome.value.exam_id}/edit`);
    if (deed === "archive") setSaid(speaker.say(words.archivedDone, { exam: exam.title }));
    await refresh();
    return true;
  }

  const newExam = (
    <Button
      data-focus-home={making === "file" ? undefined : true}
      look="primary"
      onClick={() => setMaking("title")}
    >
      {words.newExam}
    </Button>
  );
  return (
    <PageFrame
      title={words.title}
      lead={exams.length === 0 ? undefined : speaker.say(words.lead, { n: exams.length })}
      actions={mayCreate && exams.length > 0 && newExam}
    >
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <p role="status" class="sr-only">{said}</p>
      {making === "file" && <CreateExam onClose={() => setMaking("none")} onCreated={() => void refresh()} />}
      {exams.length > 0
        ? (
          <ul
            aria-label={words.title}
            class="flex flex-col divide-y divide-line rounded-lg border border-line bg-raised"
          >
            {exams.map((exam) => (
              <ExamRow
                key={exam.exam_id}
                exam={exam}
                mayEdit={mayCreate}
                onDo={(deed) => ask(exam, deed)}
              />
            ))}
          </ul>
        )
        : (
          mayCreate
            ? <EmptyState title={words.noneToMake} lead={words.noneToMakeLead}>{newExam}</EmptyState>
            : <EmptyState lead={words.noneAssigned} />
        )}
      <div class="flex flex-wrap items-center justify-between gap-3 text-sm">
        {mayCreate
          ? (
            <label class="flex min-h-8 items-center gap-2 text-ink-soft">
              <input
                type="checkbox"
                checked={isArchiveShown}
                onChange={({ currentTarget: { checked } }) => {
                  setArchiveShown(checked);
                  void refresh(checked);
                }}
                class="size-4"
              />
              {words.showArchived}
            </label>
          )
          : <span />}
        {mayCreate && making !== "file" && (
          <Button
            look="quiet"
            size="small"
            class="text-ink-soft"
            onClick={() => setMaking("file")}
          >
            {words.fromFile}
          </Button>
        )}
      </div>
      {asked !== null && (
        <AskDialog
          id={`${asked.deed}-exam`}
          words={asked.deed === "archive" ? { ...moves.archiving, lead: moves.archiving.leadOpen } : moves.restoring}
          onClose={() => setAsked(null)}
          onDo={() => act(asked.exam, asked.deed)}
        />
      )}
      {making === "title" && <NewExam onClose={() => setMaking("none")} />}
    </PageFrame>
  );
}
