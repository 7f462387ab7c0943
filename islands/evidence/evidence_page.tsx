import { useEffect, useRef, useState } from "preact/hooks";
import type { OwnEvidence } from "../../protocol/own_evidence.ts";
import { momentText } from "../../words/times.ts";
import { AlertBox } from "../components/alert_box.tsx";
import { useSpeech, useWords } from "../components/speech.tsx";
import { failureText } from "../student/failure_text.ts";
import { JoinedList } from "../student/joined_list.tsx";
import type { FailedCall } from "../student/student_call.ts";
import { EvidenceSheet } from "./evidence_sheet.tsx";
import { findWay, readEvidence, secretInAddress, type Way } from "./read_evidence.ts";

/** A student's page with what was recorded of their exam: by a link from staff, or in the browser that they sat it in. */
export function EvidencePage() {
  const words = useWords("ownEvidence");
  const refused = useWords("refused");
  const { loading } = useWords("calls");
  const { speaker } = useSpeech();
  const [way, setWay] = useState<Way | null>(null);
  const [shown, setShown] = useState<{ token: string; evidence: OwnEvidence } | null>(null);
  const [failure, setFailure] = useState<FailedCall | null>(null);

  const comings = useRef(0);

  async function show(token: string) {
    const coming = comings.current;
    setFailure(null);
    const outcome = await readEvidence(token);
    if (coming !== comings.current) return;
    if (outcome.ok) setShown({ token, evidence: outcome.value });
    else setFailure(outcome.failure);
  }

  /** Comes to the page anew: by the first address, and by each link that is opened in the same tab. */
  async function come() {
    const coming = ++comings.current;
    setShown(null);
    setFailure(null);
    setWay(null);
    const found = await findWay();
    if (coming !== comings.current) return;
    setWay(found);
    if (found.kind === "link") await show(found.token);
    else if (found.kind === "refused") setFailure(found.failure);
    else if (found.wanted !== null) await show(found.wanted.token);
  }

  useEffect(() => {
    const linked = () => {
      if (secretInAddress() !== null) void come();
    };
    addEventListener("hashchange", linked);
    void come();
    return () => removeEventListener("hashchange", linked);
  }, []);

  if (shown !== null) {
    return (
      <div class="mx-auto flex w-full max-w-4xl flex-1 flex-col gap-8 px-4 py-8 sm:px-6 sm:py-12">
        <EvidenceSheet {...shown} />
        {way?.kind === "link" && (
          <p class="border-t border-line pt-4 text-sm text-ink-soft">
            {speaker.say(words.byLink, { until: momentText(speaker, way.expiresAt) })}
          </p>
        )}
      </div>
    );
  }
  const attempts = way?.kind === "joined" ? way.attempts : [];
  const isWaiting = failure === null &&
    (way === null || way.kind === "link" || (way.kind === "joined" && way.wanted !== null));
  return (
    <div class="mx-auto flex w-full max-w-2xl flex-1 flex-col gap-6 px-4 py-10 sm:px-6 sm:py-16">
      <header class="flex flex-col gap-2">
        <h1 class="text-2xl font-semibold">{words.title}</h1>
        <p class="text-ink-soft">{words.lead}</p>
      </header>
      {isWaiting && <p role="status" class="text-ink-soft">{loading}</p>}
      {failure !== null && <AlertBox tone="problem" role="alert" title={failureText(failure, refused)} />}
      {attempts.length > 1 && (
        <JoinedList
          heading={words.choose}
          attempts={attempts}
          onChoose={({ token }) => void show(token)}
        />
      )}
      {way?.kind === "joined" && attempts.length === 0 && <p>{words.none}</p>}
    </div>
  );
}
