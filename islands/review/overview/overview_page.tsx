import { useEffect, useState } from "preact/hooks";
import { ExamOverview } from "../../../protocol/exam_overview.ts";
import { AlertBox } from "../../components/alert_box.tsx";
import { EmptyState } from "../../components/empty_state.tsx";
import { Loading } from "../../components/loading.tsx";
import { PagePart } from "../../components/page_frame.tsx";
import { useSpeech, useWords } from "../../components/speech.tsx";
import { useFailureText } from "../../staff/call_failure.ts";
import { callStaff, leaveIfSignedOut } from "../../staff/staff_api.ts";
import type { ReviewData } from "../review_data.ts";
import { DecisionsPart } from "./decisions_part.tsx";
import { FlagPlots } from "./flag_plots.tsx";
import { LossesPart } from "./losses_part.tsx";
import { PeaksPart } from "./risk_parts.tsx";
import { SignalFlagsPart } from "./signal_flags_part.tsx";
import { SignalsPart } from "./signals_part.tsx";
import { TimesPart } from "./times_part.tsx";

/** What an exam's attempts come to, without a name: where to look first, and what people made of it. */
export function OverviewPage({ exam }: ReviewData) {
  const [overview, setOverview] = useState<ExamOverview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const words = useWords("overview");
  const { speaker } = useSpeech();
  const failureText = useFailureText();

  useEffect(() => {
    void (async () => {
      const path = `/api/exams/${exam.exam_id}/overview`;
      const outcome = await callStaff({ method: "GET", path, answer: ExamOverview });
      if (outcome.ok) return setOverview(outcome.value);
      if (!leaveIfSignedOut(outcome.error)) setProblem(failureText(outcome.error));
    })();
  }, []);

  return (
    <div class="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 py-6 sm:px-6">
      <div class="flex flex-col gap-1">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <p class="text-sm text-ink-soft">{words.lead}</p>
      </div>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {overview === null && problem === null && <Loading />}
      {overview !== null && overview.attempts === 0 && (
        <EmptyState
          lead={overview.under_way === 0 ? words.nothing : speaker.say(words.onlyUnderWay, { n: overview.under_way })}
        />
      )}
      {overview !== null && overview.attempts > 0 && (
        <>
          <PagePart title={words.peaks.title} lead={speaker.say(words.counts, { n: overview.attempts })}>
            <PeaksPart examId={exam.exam_id} overview={overview} />
          </PagePart>
          <PagePart title={words.flags.title} lead={words.flags.lead}>
            <DecisionsPart examId={exam.exam_id} flags={overview.flags} />
            <FlagPlots overview={overview} />
          </PagePart>
          <PagePart title={words.signalFlags.title} lead={words.signalFlags.lead}>
            <SignalFlagsPart told={overview.signal_flags} />
          </PagePart>
          <PagePart title={words.signals.title} lead={words.signals.lead}>
            <SignalsPart signals={overview.signals} />
          </PagePart>
          <PagePart title={words.times.title} lead={words.times.lead}>
            <TimesPart overview={overview} />
          </PagePart>
          <PagePart title={words.losses.title} lead={words.losses.lead}>
            <LossesPart overview={overview} />
          </PagePart>
        </>
      )}
    </div>
  );
}
