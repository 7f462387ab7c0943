import { useState } from "preact/hooks";
import type { OwnEvidence } from "../../protocol/own_evidence.ts";
import { momentText } from "../../words/times.ts";
import { PagePart } from "../components/page_frame.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { OpenReplay } from "../review/replay/open_replay.tsx";
import type { WantedMoment } from "../review/replay/replay_part.tsx";
import { failureText } from "../student/failure_text.ts";
import { OwnStatement } from "../student/own_statement.tsx";
import { ownPages } from "./read_evidence.ts";
import { ProofPart } from "./proof_part.tsx";
import { OwnDeeds } from "./own_deeds.tsx";
import { RiskPart } from "./risk_part.tsx";

/** What stands beside a replay where the exam shows its students no risk. */
const NO_RISK = { timeline: [], reasons: [], flags: [] };

interface EvidenceSheetProps {
  evidence: OwnEvidence;
  /** Opens the evidence. */
  token: string;
}

/** Everything that was recorded of an attempt, for its own student. */
export function EvidenceSheet({ evidence, token }: EvidenceSheetProps) {
  const words = useWords("ownEvidence");
  const { replay } = words;
  const refused = useWords("refused");
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
      {evidence.has_log
        ? (
          <OpenReplay
            pages={ownPages(token)}
            say={(problem) => failureText(problem, refused)}
            title={replay.title}
            lead={replay.lead}
            open={replay.open}
            detail={{ ...(evidence.risk ?? NO_RISK), actions: evidence.actions }}
            wanted={wanted}
          />
        )
        : (
          <PagePart title={replay.title}>
            <p class="text-sm text-ink-soft">{replay.removed}</p>
          </PagePart>
        )}
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
