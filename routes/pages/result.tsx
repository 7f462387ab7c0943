import { ResultPage } from "../../islands/student/result_page.tsx";
import { renderDocument } from "./document.tsx";
import { NoScript, type PublicPageProps } from "./public_page.tsx";
import { VisitorHeader } from "./visitor_header.tsx";

/** `GET /result` as HTML: an empty room, as the exam's page. The student's token is in the browser, so all else comes there. */
export function renderResult({ manifest, words }: PublicPageProps): string {
  return renderDocument({
    title: words.sentences.result.title,
    manifest,
    words,
    script: "result",
    groups: ["result", "refused", "calls", "ownStatement"],
    header: (
      <>
        <VisitorHeader />
        <NoScript class="border-b border-line bg-medium-soft px-4 py-3" />
      </>
    ),
    children: <ResultPage />,
  });
}
