import { useState } from "preact/hooks";
import { z } from "zod";
import type { ExamPhase } from "../../protocol/exam_phase.ts";
import { ExamSummary } from "../../protocol/rest.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { PageFrame } from "../components/page_frame.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "./call_failure.ts";
import { CreateExam } from "./create_exam.tsx";
import { callStaff, leaveIfSignedOut } from "./staff_api.ts";
import { useExamPhase } from "./use_exam_phase.ts";
import { Viewer } from "./viewer.ts";

/** What the page of exams starts from. */
export const ExamsData = z.strictObject({ viewer: Viewer, exams: z.array(ExamSummary) });
export type ExamsData = z.infer<typeof ExamsData>;

/** Makes an exam from a file, on the server. */
const COMMAND = "deno task exam FILE";

const PHASE_LOOKS: Record<ExamPhase, string> = {
  draft: "bg-sunken text-ink-soft",
  upcoming: "bg-accent-soft text-ink",
  open: "bg-low-soft text-low",
  over: "bg-sunken text-ink-soft",
  closed: "bg-sunken text-ink-soft",
};

/** The exams that a member of staff may see, each leading to its room. */
export function ExamsPage({ viewer, exams: initial }: ExamsData) {
  const [exams, setExams] = useState(initial);
  const [isCreating, setCreating] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { speaker } = useSpeech();
  const words = useWords("exams");
  const failureText = useFailureText();
  const phaseOf = useExamPhase();
  const mayCreate = viewer.role !== "proctor";

  async function refresh() {
    const outcome = await callStaff({ method: "GET", path: "/api/exams", answer: z.array(ExamSummary) });
    if (outcome.ok) setExams(outcome.value);
    else if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
  }

  return (
    <PageFrame
      title={words.title}
      lead={exams.length === 0 ? undefined : speaker.say(words.lead, { n: exams.length })}
      actions={mayCreate && !isCreating && (
        <Button
          data-focus-home
          look={exams.length === 0 ? "plain" : "primary"}
          onClick={() => setCreating(true)}
        >
          {words.newExam}
        </Button>
      )}
    >
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      {isCreating && <CreateExam onClose={() => setCreating(false)} onCreated={refresh} />}
      <DataTable
        label={words.title}
        columns={[
          { label: words.columns.exam },
          { label: words.columns.code },
          { label: words.columns.state },
          { label: words.columns.attempts, numeric: true },
          { label: words.columns.room, quiet: true },
        ]}
        rows={exams.map((exam) => ({
          key: exam.exam_id,
          cells: [
            <a
              key="title"
              href={`/exams/${exam.exam_id}/room`}
              class="block min-w-40 rounded-field py-1 text-sm font-medium underline-offset-4 hover:underline max-sm:text-accent"
            >
              <bdi>{exam.title}</bdi>
            </a>,
            <span key="code" class="whitespace-nowrap font-mono text-xs">{exam.code}</span>,
            <Phase key="state" {...phaseOf(exam)} />,
            speaker.number(exam.attempts),
            <a
              key="room"
              href={`/exams/${exam.exam_id}/room`}
              aria-label={speaker.say(words.openRoomOf, { exam: exam.title })}
              class="inline-flex min-h-8 items-center whitespace-nowrap rounded-field px-2 font-medium text-accent underline-offset-4 hover:underline"
            >
              {words.openRoom}
            </a>,
          ],
        }))}
        empty={mayCreate
          ? (
            <div class="flex flex-col items-center gap-3">
              <p>
                <Said sentence={words.noneToMake} places={{ command: <code>{COMMAND}</code> }} />
              </p>
              {!isCreating && <Button look="primary" onClick={() => setCreating(true)}>{words.newExam}</Button>}
            </div>
          )
          : words.noneAssigned}
      />
    </PageFrame>
  );
}

function Phase({ phase, at }: { phase: ExamPhase; at: string }) {
  const { speaker } = useSpeech();
  const { phases } = useWords("exams");
  return (
    <span class={`inline-block rounded-full px-2 py-0.5 text-xs font-medium tabular-nums ${PHASE_LOOKS[phase]}`}>
      {speaker.say(phases[phase], { at })}
    </span>
  );
}
