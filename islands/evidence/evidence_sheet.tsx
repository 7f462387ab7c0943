import { useState } from "preact/hooks";
import type { OwnEvidence } from "../../protocol/own_evidence.ts";
import { momentText } from "../../words/times.ts";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import type { WantedMoment } from "../review/replay/replay_part.tsx";
import { OwnStatement } from "../student/own_statement.tsx";
import { ProofPart } from "./proof_part.tsx";
import { OwnDeeds } from "./own_deeds.tsx";
import { OwnReplay } from "./own_replay.tsx";
import { RiskPart } from "./risk_part.tsx";

interface EvidenceSheetProps {
  evidence: OwnEvidence;
  /** Opens the evidence. */
  token: string;
}

/** Everything that was recorded of an attempt, for its own student. */
export function EvidenceSheet({ evidence, token }: EvidenceSheetProps) {
  const words = useWords("ownEvidence");
  const states = useWords("attemptStates");
  const { speaker } = useSpeech();
  const [wanted, setWanted] = useState<WantedMoment | null>(null);
  const { exam, student, state, started_at, ended_at } = evidence;
  return (
    <>
      <header class="flex flex-col gap-2">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <p class="font-medium wrap-anywhere">
          <bdi lang={exam.language}>{exam.title}</bdi>
          {" · "}
          <bdi translate={false}>{student.name}</bdi>
        </p>
        <p class="text-sm tabular-nums text-ink-soft">
          {ended_at === null ? states[state] : speaker.say(words.when, {
            from: momentText(speaker, started_at),
            to: momentText(speaker, ended_at),
            state: states[state],
          })}
        </p>
        <p class="max-w-prose">{words.meaning}</p>
      </header>
      <PagePart title={words.risk.title}>
        <RiskPart
          risk={evidence.risk}
          onMoment={evidence.has_log ? (t) => setWanted({ t }) : undefined}
        />
      </PagePart>
      <div id="replay">
        <PagePart title={words.replay.title} lead={evidence.has_log ? words.replay.lead : undefined}>
          {evidence.has_log
            ? <OwnReplay {...{ evidence, token, wanted }} />
            : <p class="text-sm text-ink-soft">{words.replay.removed}</p>}
        </PagePart>
      </div>
      {evidence.actions.length > 0 && (
        <PagePart title={words.deeds.title}>
          <OwnDeeds actions={evidence.actions} />
        </PagePart>
      )}
      <PagePart title={words.proof.title}>
        <ProofPart {...{ evidence, token }} />
      </PagePart>
      <OwnStatement token={token} takes={evidence.takes_statements} />
    </>
  );
}
