import { useSpeech, useWords } from "../../components/speech.tsx";
import type { AttemptReportData } from "./report_data.ts";
import { Facts, ReportPart } from "./report_parts.tsx";

/** The end of the attempt's log, signed, and how anybody can hold it against the export. */
export function EvidenceFacts({ data: { evidence, attempt, report } }: { data: AttemptReportData }) {
  const { evidence: words } = useWords("report");
  const { speaker } = useSpeech();
  const { n, chain, receipt, key } = evidence;
  return (
    <ReportPart title={words.title}>
      <p>{words.lead}</p>
      <Facts
        rows={[
          [words.attempt, <code key="attempt">{attempt.attemptId}</code>],
          [words.scorer, <code key="scorer">{report.scorer_version}</code>],
          [words.entries, speaker.number(n)],
          [words.chain, <code key="chain">{chain}</code>],
          [words.receipt, <code key="receipt">{receipt}</code>],
          [words.key, <code key="key">{key.public_key}</code>],
          [words.keyId, <code key="key_id">{key.key_id}</code>],
        ]}
      />
      <p>{words.check}</p>
      <p class="soft">{words.notSigned}</p>
    </ReportPart>
  );
}
