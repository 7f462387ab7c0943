import { useState } from "preact/hooks";
import { isOver } from "../../protocol/exam.ts";
import type { AttemptMarks } from "../../protocol/marks.ts";
import { AttemptResult, Release, type ShownResults } from "../../protocol/results.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { CopiedAddress } from "../staff/copied_address.tsx";
import { CheckList } from "../components/check_list.tsx";
import { Dialog } from "../components/dialog.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { Said } from "../components/said.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, type Outcome } from "../staff/staff_api.ts";
import { ResultSheet } from "../student/result_sheet.tsx";
import { ReleaseDialog, type ReleaseStep } from "./release_dialog.tsx";
import { SHOWN_PARTS } from "./shown_parts.ts";

/** Where students read their results. */
const RESULT_PAGE = "/result";

interface ReleasePartProps {
  examId: string;
  release: Release;
  attempts: readonly AttemptMarks[];
  onChanged: (release: Release) => void;
}

/** Whether students see their results, what of them, and how that looks. */
export function ReleasePart({ examId, release, attempts, onChanged }: ReleasePartProps) {
  const words = useWords("results").release;
  const { speaker } = useSpeech();
  const failureText = useFailureText();
  const [show, setShow] = useState(release.show);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [asked, setAsked] = useState<ReleaseStep | null>(null);
  const [preview, setPreview] = useState<Extract<AttemptResult, { released: true }> | null>(null);
  const over = attempts.filter(({ state }) => isOver(state));
  const incomplete = over.filter(({ complete }) => !complete).length;
  const isChanged = SHOWN_PARTS.some((part) => show[part] !== release.show[part]);

  async function take<Value>(call: () => Promise<Outcome<Value>>, then: (value: Value) => void) {
    setBusy(true);
    setProblem(null);
    const outcome = await call();
    setBusy(false);
    if (outcome.ok) then(outcome.value);
    else setProblem(failureText(outcome.error));
  }

  const decide = (released: boolean) =>
    take(
      () =>
        callStaff({ method: "POST", path: `/api/exams/${examId}/release`, body: { released, show }, answer: Release }),
      (changed) => {
        setAsked(null);
        onChanged(changed);
      },
    );
  const ask = (step: ReleaseStep) => {
    setProblem(null);
    setAsked(step);
  };
  const look = () => {
    const query = new URLSearchParams(SHOWN_PARTS.map((part) => [part, String(show[part])]));
    const attempt = (over.find(({ complete }) => complete) ?? over[0]).attempt_id;
    const path = `/api/exams/${examId}/attempts/${attempt}/result?${query}`;
    return take(
      () => callStaff({ method: "GET", path, answer: AttemptResult }),
      (result) => result.released && setPreview(result),
    );
  };
  return (
    <PagePart title={words.title}>
      <div class="flex flex-col gap-4 rounded-lg border border-line bg-raised p-4">
        <p role="status" class="text-sm font-medium">
          {!release.released ? words.notReleased : release.by === null || release.at === null ? words.byItself : (
            <Said
              sentence={words.released}
              places={{ by: <bdi>{release.by}</bdi>, at: momentText(speaker, release.at) }}
            />
          )}
        </p>
        {release.released && (
          <div class="max-w-xl">
            <CopiedAddress id="result-address" label={words.address} path={RESULT_PAGE} />
          </div>
        )}
        {release.waits_for === "end" && (
          <AlertBox tone="warning" title={speaker.say(words.waits, { n: release.under_way })} />
        )}
        {incomplete > 0 && <AlertBox tone="warning" title={speaker.say(words.incomplete, { n: incomplete })} />}
        <CheckList
          legend={words.show}
          hint={words.showHint}
          options={SHOWN_PARTS.map((value) => ({ value, label: words[value] }))}
          chosen={SHOWN_PARTS.filter((part) => show[part])}
          onChange={(chosen) => {
            const has = (part: keyof ShownResults) => chosen.includes(part);
            setShow({
              points: has("points"),
              answers: has("answers"),
              comments: has("comments"),
              key: has("key"),
              feedback: has("feedback"),
            });
          }}
        />
        {(show.key || show.feedback) && release.key_waits && (
          <p class="text-sm text-ink-soft">
            {words.keyWaits}{" "}
            <a href={`/exams/${examId}/edit#close`} class="font-medium text-accent underline underline-offset-4">
              {words.closeExam}
            </a>
          </p>
        )}
        {problem !== null && asked === null && <AlertBox tone="problem" role="alert" title={problem} />}
        <div class="flex flex-wrap items-center gap-2">
          {!release.released && (
            <Button look="primary" busy={isBusy} onClick={() => ask("release")}>{words.release}</Button>
          )}
          {release.released && isChanged && (
            <Button look="primary" busy={isBusy} onClick={() => ask("update")}>{words.update}</Button>
          )}
          {over.length > 0 && <Button busy={isBusy} onClick={look}>{words.preview}</Button>}
          {release.released && <Button busy={isBusy} onClick={() => ask("takeBack")}>{words.takeBack}</Button>}
          {over.length === 0 && <span class="text-dense text-ink-soft">{words.noPreview}</span>}
        </div>
      </div>
      {asked !== null && (
        <ReleaseDialog
          {...{ step: asked, release, show, over: over.length, incomplete, isBusy, problem }}
          onClose={() => {
            setAsked(null);
            setProblem(null);
          }}
          onDo={() => void decide(asked !== "takeBack")}
        />
      )}
      {preview !== null && (
        <Dialog
          id="result-preview"
          title={preview.student.name === ""
            ? words.previewNameless
            : speaker.say(words.previewTitle, { name: preview.student.name })}
          onClose={() => setPreview(null)}
        >
          <div class="-mx-5 max-h-[60dvh] overflow-y-auto border-y border-line" tabIndex={0}>
            <ResultSheet result={preview} isPreview />
          </div>
          <Button class="self-end" onClick={() => setPreview(null)}>{words.close}</Button>
        </Dialog>
      )}
    </PagePart>
  );
}
