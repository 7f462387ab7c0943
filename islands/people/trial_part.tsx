import { useEffect, useState } from "preact/hooks";
import { isOver } from "../../protocol/exam.ts";
import { Trials } from "../../protocol/trial.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { DataTable } from "../components/data_table.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import type { PeopleData } from "./people_data.ts";
import { startTrial } from "./start_trial.ts";

/** Lets whoever looks at the page sit the exam as a student would, and removes what came of it. */
export function TrialPart({ exam: { exam_id, code } }: { exam: PeopleData["exam"] }) {
  const [trials, setTrials] = useState<Trials>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { speaker } = useSpeech();
  const words = useWords("people").trial;
  const failureText = useFailureText();
  const path = `/api/exams/${exam_id}/trials`;

  async function load() {
    const outcome = await callStaff({ method: "GET", path, answer: Trials });
    if (outcome.ok) setTrials(outcome.value);
  }

  useEffect(() => {
    load();
  }, []);

  async function start() {
    setBusy(true);
    setProblem(null);
    const failed = await startTrial(exam_id, code);
    if (failed === null) return;
    if (failed === "no_storage") setProblem(words.noStorage);
    else if (!leaveIfSignedOut(failed)) setProblem(failureText(failed));
    setBusy(false);
  }

  async function remove(attemptId: string) {
    const outcome = await callStaff({ method: "DELETE", path: `${path}/${attemptId}` });
    setProblem(outcome.ok ? null : failureText(outcome.error));
    await load();
  }

  return (
    <PagePart title={words.title} lead={words.lead}>
      {problem && <AlertBox tone="problem" role="alert" title={problem} />}
      <div>
        <Button busy={isBusy} onClick={start}>{isBusy ? words.starting : words.start}</Button>
      </div>
      {trials.length > 0 && (
        <DataTable
          label={words.title}
          columns={[
            { label: words.by },
            { label: words.at },
            { label: words.state },
            { label: words.remove, quiet: true },
          ]}
          rows={trials.map(({ attempt_id, username, started_at, state }) => {
            const at = momentText(speaker, started_at);
            return {
              key: attempt_id,
              cells: [
                <bdi key="by" class="font-medium wrap-anywhere">{username}</bdi>,
                <span key="at" class="whitespace-nowrap tabular-nums">{at}</span>,
                isOver(state) ? words.over : words.under,
                <div key="remove" class="flex justify-end">
                  <Button
                    size="small"
                    aria-label={speaker.say(words.removeOne, { name: username, at })}
                    onClick={() => remove(attempt_id)}
                  >
                    {words.remove}
                  </Button>
                </div>,
              ],
            };
          })}
          empty=""
        />
      )}
    </PagePart>
  );
}
