import { EvidencePage } from "../../islands/evidence/evidence_page.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, type PublicPageProps } from "./public_page.tsx";
import { VisitorHeader } from "./visitor_header.tsx";

/** `GET /evidence` as HTML: an empty room, as the exam's page. What opens the evidence is in the browser alone. */
export function renderEvidence({ manifest, words }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.ownEvidence.title,
    manifest,
    words,
    script: "evidence",
    groups: [
      "attemptStates",
      "calls",
      "contributions",
      "done",
      "drawer",
      "featureTitles",
      "ownEvidence",
      "ownStatement",
      "refused",
      "replay",
      "signals",
    ],
    header: (
      <>
        <VisitorHeader />
        <NoScript class="border-b border-line bg-medium-soft px-4 py-3" text={words.sentences.ownEvidence.noScript} />
      </>
    ),
    children: <EvidencePage />,
  });
}
