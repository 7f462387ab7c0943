import { useState } from "preact/hooks";
import type { OwnEvidence } from "../../protocol/own_evidence.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { Button } from "../components/button.tsx";
import { useWords } from "../components/speech.tsx";
import { failureText } from "../student/failure_text.ts";
import { callForFile } from "../student/student_call.ts";

interface ProofPartProps {
  evidence: Pick<OwnEvidence, "attempt_id" | "has_proof" | "receipt">;
  token: string;
}

/** A signed account to take away, the receipt, and where anybody checks both. */
export function ProofPart({ evidence: { attempt_id, has_proof, receipt }, token }: ProofPartProps) {
  const words = useWords("ownEvidence").proof;
  const refused = useWords("refused");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take() {
    setBusy(true);
    const outcome = await callForFile("/api/evidence/proof", token);
    setBusy(false);
    setProblem(outcome.ok ? null : failureText(outcome.failure, refused));
    if (!outcome.ok) return;
    const anchor = document.createElement("a");
    anchor.href = URL.createObjectURL(outcome.value);
    anchor.download = `invigil-${attempt_id}.ndjson`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  return (
    <div class="flex flex-col items-start gap-3">
      <p class="max-w-prose">{words.meaning}</p>
      {problem !== null && <AlertBox tone="problem" role="alert" title={problem} />}
      {has_proof
        ? <Button busy={isBusy} onClick={take}>{words.take}</Button>
        : <p class="text-ink-soft">{words.none}</p>}
      <p class="text-sm text-ink-soft">{words.receipt}</p>
      <code
        dir="ltr"
        translate={false}
        class="w-full rounded-field bg-sunken px-3 py-2 text-sm select-all wrap-anywhere"
      >
        {receipt}
      </code>
      <a href="/verify" class="font-medium text-accent underline underline-offset-4">{words.check}</a>
    </div>
  );
}
