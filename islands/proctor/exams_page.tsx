import { useState } from "preact/hooks";
import { z } from "zod";
import type { ExamState } from "../../protocol/exam.ts";
import { ExamSummary } from "../../protocol/rest.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { PageFrame } from "../components/page_frame.tsx";
import { CreateExam } from "./create_exam.tsx";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";
import { Viewer } from "./viewer.ts";

/** What the page of exams starts from. */
export const ExamsData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type ExamsData = z.infer<typeof ExamsData>;

const STATE_WORDS: Record<ExamState, string> = { draft: "Draft", published: "Open", closed: "Closed" };
const STATE_LOOKS: Record<ExamState, string> = {
  draft: "bg-sunken text-ink-soft",
  published: "bg-low-soft text-low",
  closed: "bg-sunken text-ink-soft",
};

/** The exams that a member of staff may see, each leading to its room. */
export function ExamsPage({ viewer, exams: initial }: ExamsData) {
  const [exams, setExams] = useState(initial);
  const [isCreating, setCreating] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const mayCreate = viewer.role !== "proctor";

  async function refresh() {
    const outcome = await callStaff({ method: "GET", path: "/api/exams", answer: z.array(ExamSummary) });
    if (outcome.ok) setExams(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(outcome.error.message);
  }

  return (
    <PageFrame
      title="Exams"
      lead={exams.length === 0
        ? undefined
        : `${exams.length} ${exams.length === 1 ? "exam" : "exams"} that you look after`}
      actions={mayCreate && !isCreating && (
        <Button
          look={exams.length === 0 ? "plain" : "primary"}
          onClick={() => setCreating(true)}
        >
          New exam
        </Button>
      )}
    >
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      {isCreating && <CreateExam onClose={() => setCreating(false)} onCreated={refresh} />}
      <DataTable
        label="Exams"
        columns={[
          { label: "Exam" },
          { label: "Code" },
          { label: "State" },
          { label: "Attempts", numeric: true },
          { label: "Room", quiet: true },
        ]}
        rows={exams.map((exam) => ({
          key: exam.exam_id,
          cells: [
            <a
              key="title"
              href={`/exams/${exam.exam_id}/room`}
              class="block min-w-40 rounded-field py-1 text-sm font-medium underline-offset-4 hover:underline"
            >
              {exam.title}
            </a>,
            <span key="code" class="whitespace-nowrap font-mono text-xs">{exam.code}</span>,
            <span
              key="state"
              class={`inline-block rounded-full px-2 py-0.5 text-xs font-medium ${STATE_LOOKS[exam.state]}`}
            >
              {STATE_WORDS[exam.state]}
            </span>,
            exam.attempts.toLocaleString("en"),
            <a
              key="room"
              href={`/exams/${exam.exam_id}/room`}
              class="inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-2 font-medium text-accent underline-offset-4 hover:underline"
            >
              Open room<span class="sr-only">of {exam.title}</span>
            </a>,
          ],
        }))}
        empty={mayCreate
          ? (
            <div class="flex flex-col items-center gap-3">
              <p>
                No exam yet. Make one from its JSON document, here or with <code>deno task exam FILE</code>.
              </p>
              {!isCreating && <Button look="primary" onClick={() => setCreating(true)}>New exam</Button>}
            </div>
          )
          : "You are not assigned to an exam yet. An instructor or administrator can assign you."}
      />
    </PageFrame>
  );
}
