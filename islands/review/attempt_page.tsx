import { useEffect, useState } from "preact/hooks";
import { z } from "zod";
import { AttemptDetail } from "../../protocol/attempt_detail.ts";
import { isOver } from "../../protocol/exam.ts";
import { AttemptReview, ReviewRow } from "../../protocol/review.ts";
import { riskLevel } from "../../protocol/risk.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { ButtonLink } from "../components/button_link.tsx";
import { LevelBadge } from "../components/level_badge.tsx";
import { Loading } from "../components/loading.tsx";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { useFailureText } from "../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../staff/staff_api.ts";
import { EvidenceLinks } from "./evidence_links.tsx";
import { EvidencePart } from "./evidence_part.tsx";
import { neighbours } from "./queue_order.ts";
import type { WantedMoment } from "./replay/replay_part.tsx";
import { OpenReplay } from "./replay/open_replay.tsx";
import { staffPages } from "./replay/replay_source.ts";
import type { AttemptReviewData } from "./review_data.ts";
import { ReviewerPart } from "./reviewer_part.tsx";
import { StaffNotes } from "./staff_notes.tsx";
import { StatementList } from "./statement_list.tsx";
import { WhatIfOpener } from "./what_if/what_if_opener.tsx";
import { VerdictForm } from "./verdict_form.tsx";
import { VerdictHistory } from "./verdict_history.tsx";

interface Loaded {
  detail: AttemptDetail;
  review: AttemptReview;
  rows: readonly ReviewRow[];
}

/** The review of one attempt: the evidence, the student's own words, and the verdict. */
export function AttemptReviewPage({ exam, viewer, attempt_id }: AttemptReviewData) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [wanted, setWanted] = useState<WantedMoment | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("review");
  const { title, lead, open } = useWords("replay");
  const { title: statementTitle } = useWords("statements");
  const { title: linksTitle } = useWords("evidenceLinks");
  const { title: noteTitle } = useWords("staffNotes");
  const failureText = useFailureText();
  const base = `/api/exams/${exam.exam_id}`;
  const path = `${base}/attempts/${attempt_id}`;

  async function load() {
    const [detail, review, rows] = await Promise.all([
      callStaff({ method: "GET", path, answer: AttemptDetail }),
      callStaff({ method: "GET", path: `${path}/review`, answer: AttemptReview }),
      callStaff({ method: "GET", path: `${base}/review`, answer: z.array(ReviewRow) }),
    ]);
    for (const outcome of [detail, review, rows]) {
      if (!outcome.ok) return leaveIfSignedOut(outcome.error) || setProblem(failureText(outcome.error));
    }
    if (detail.ok && review.ok && rows.ok) {
      setLoaded({ detail: detail.value, review: review.value, rows: rows.value });
      setProblem(null);
    }
  }

  useEffect(() => void load(), []);

  if (loaded === null) {
    return (
      <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-4 px-4 py-6 sm:px-6">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        {problem === null ? <Loading /> : <AlertBox tone="problem" role="alert" title={problem} />}
      </div>
    );
  }
  const { detail, review, rows } = loaded;
  return (
    <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-6 px-4 py-6 sm:px-6">
      <Top {...{ exam, viewer, attempt_id, ...loaded }} />
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      <div class="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div class="flex min-w-0 flex-col gap-8">
          <PagePart title={statementTitle}>
            <StatementList statements={review.statements} onMoment={(t) => setWanted({ t })} />
          </PagePart>
          <PagePart title={noteTitle}>
            <StaffNotes notes={detail.notes} path={path} onWritten={() => void load()} />
          </PagePart>
          <OpenReplay
            pages={staffPages(path)}
            say={failureText}
            {...{ title, lead, open }}
            {...{ base, detail, wanted }}
          />
          <PagePart title={words.evidence}>
            <EvidencePart
              detail={detail}
              path={path}
              onDecided={() => void load()}
              onEvents={({ from }) => setWanted({ t: from })}
            />
          </PagePart>
          <WhatIfOpener path={path} />
        </div>
        <div class="flex min-w-0 flex-col gap-6 rounded-lg border border-line bg-raised p-4 sm:p-5">
          <PagePart title={words.verdict.title}>
            <ReviewerPart
              base={base}
              row={{ ...review, attempt_id }}
              viewer={viewer.username}
              onAssigned={() => void load()}
            />
            <VerdictForm {...{ path, detail, review }} viewer={viewer.username} onGiven={() => void load()} />
            <NextToReview examId={exam.exam_id} row={neighbours(rows, attempt_id, viewer.username).waiting} />
          </PagePart>
          <PagePart title={words.history.title}>
            <VerdictHistory verdicts={review.verdicts} flags={detail.flags} />
          </PagePart>
          {isOver(detail.student.state) && (
            <PagePart title={linksTitle}>
              <EvidenceLinks path={path} />
            </PagePart>
          )}
        </div>
      </div>
    </div>
  );
}

/** Who it is, how it stands, and the way to the others. */
function Top({ exam, viewer, attempt_id, detail, review, rows }: AttemptReviewData & Loaded) {
  const words = useWords("review");
  const states = useWords("attemptStates");
  const { speaker } = useSpeech();
  const { student, report } = detail;
  const { previous, next } = neighbours(rows, attempt_id, viewer.username);
  const reportPath = `/api/exams/${exam.exam_id}/attempts/${attempt_id}/report`;
  const pageOf = (id: string) => `/exams/${exam.exam_id}/review/${id}`;
  return (
    <div class="flex flex-col gap-3">
      <nav class="flex flex-wrap items-center gap-2" aria-label={words.queue}>
        <ButtonLink size="small" href={`/exams/${exam.exam_id}/review?state=all`}>{words.back}</ButtonLink>
        <ButtonLink size="small" href={reportPath} target="_blank" title={words.reportMeaning}>
          {words.report}
        </ButtonLink>
        <ButtonLink size="small" href={`${reportPath}?notes=true`} target="_blank" title={words.reportMeaning}>
          {words.reportWithNotes}
        </ButtonLink>
        <ButtonLink size="small" href={`/exams/${exam.exam_id}/review/compare`}>{words.compare}</ButtonLink>
        <span class="ms-auto flex gap-2">
          {previous !== null && (
            <ButtonLink size="small" rel="prev" href={pageOf(previous.attempt_id)}>{words.previous}</ButtonLink>
          )}
          {next !== null && <ButtonLink size="small" rel="next" href={pageOf(next.attempt_id)}>{words.next}
          </ButtonLink>}
        </span>
      </nav>
      <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 class="min-w-0 text-2xl font-semibold wrap-anywhere" dir="auto" translate={false}>{student.name}</h1>
        <LevelBadge level={riskLevel(report.peak)} />
        <p class="text-sm tabular-nums text-ink-soft">
          {[
            student.number ?? "",
            speaker.say(words.peakOf, { peak: Math.round(report.peak) }),
            states[student.state],
            words.states[review.state],
          ].filter((part) => part !== "").join(" · ")}
        </p>
      </div>
    </div>
  );
}

function NextToReview({ examId, row }: { examId: string; row: ReviewRow | null }) {
  const words = useWords("review");
  if (row === null) return null;
  return (
    <ButtonLink size="small" class="self-start" data-next-review href={`/exams/${examId}/review/${row.attempt_id}`}>
      {words.nextToReview}
    </ButtonLink>
  );
}
